package dev.whence.config.value;

import java.util.BitSet;

/**
 * A set of HTTP statuses, written as numbers and ranges: {@code 400,403-405,500-599}. Immutable.
 */
public final class StatusSet {
  private static final String REMEDY =
      "use statuses from 100 to 599 and ranges of them, such as 404,500-599";

  private final BitSet statuses;

  private StatusSet(BitSet statuses) {
    this.statuses = statuses;
  }

  /**
   * Reads a list of statuses and ranges; {@code none} is the empty set.
   *
   * @throws IllegalArgumentException if it holds anything else
   */
  public static StatusSet parse(String text) {
    BitSet statuses = new BitSet(600);
    if (text.equals("none")) {
      return new StatusSet(statuses);
    }
    for (String item : Values.list(text)) {
      int dash = item.indexOf('-');
      int first = status(dash < 0 ? item : item.substring(0, dash));
      int last = dash < 0 ? first : status(item.substring(dash + 1));
      if (last < first) {
        throw new IllegalArgumentException(REMEDY);
      }
      statuses.set(first, last + 1);
    }
    return new StatusSet(statuses);
  }

  private static int status(String text) {
    try {
      int status = Integer.parseInt(text.strip());
      if (status >= 100 && status <= 599) {
        return status;
      }
    } catch (NumberFormatException e) {
      // said below, together with what lies outside
    }
    throw new IllegalArgumentException(REMEDY);
  }

  public boolean contains(int status) {
    return status >= 0 && statuses.get(status);
  }
}
