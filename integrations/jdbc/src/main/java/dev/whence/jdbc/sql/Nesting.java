package dev.whence.jdbc.sql;

/**
 * What is written between two parentheses, as far as it is a list: where its element began and
 * where the one before stands. For one thread.
 */
final class Nesting {
  private static final int NONE = Lists.NONE;

  private boolean isRows;
  private int rowStart = NONE;

  /** Where the element began, {@code NONE} where there is no list. */
  private int start = NONE;

  private int lastStart = NONE;
  private int lastEnd = NONE;

  void begin(int listStart) {
    isRows = false;
    start = listStart;
    lastEnd = NONE;
  }

  void beginRows() {
    begin(NONE);
    isRows = true;
  }

  void beginRow(int at) {
    rowStart = at;
  }

  /** Takes what is neither parenthesis nor comma, which ends rows, and a query ends a list. */
  void take(boolean isQuery) {
    isRows = false;
    start = isQuery ? NONE : start;
  }

  void beginElement(int at) {
    start = start == NONE ? NONE : at;
  }

  void endElement(StringBuilder out) {
    if (start != NONE) {
      end(out, start);
    }
  }

  void endRow(StringBuilder out) {
    if (isRows) {
      end(out, rowStart);
    }
  }

  /** Takes back what follows the last whole element, and says whether there was one. */
  boolean cut(StringBuilder out) {
    boolean hasElement = (isRows || start != NONE) && lastEnd != NONE;
    if (hasElement) {
      out.setLength(Math.min(out.length(), lastEnd));
    }
    return hasElement;
  }

  private void end(StringBuilder out, int from) {
    int length = out.length() - from;
    if (lastEnd != NONE && length == lastEnd - lastStart && isSame(out, from, length)) {
      out.setLength(lastEnd);
    } else {
      lastStart = from;
      lastEnd = out.length();
    }
  }

  private boolean isSame(StringBuilder out, int from, int length) {
    for (int i = 0; i < length; i++) {
      if (out.charAt(from + i) != out.charAt(lastStart + i)) {
        return false;
      }
    }
    return true;
  }
}
