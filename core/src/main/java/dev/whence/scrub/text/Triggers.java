package dev.whence.scrub.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells at which characters of a text whom to ask: a table by a character and the next, and a bit
 * for the third. Immutable.
 */
final class Triggers {
  static final int[] NOBODY = {};

  private static final String DIGITS = "0-9";
  private static final int ASCII = 128;
  private static final long ANY = -1;

  /** By two characters: the place in {@link #lists} and {@link #thirds}, 0 for nobody. */
  private final short[] byPair = new short[ASCII * ASCII];

  private final int[][] lists;

  /** A bit for each third character, modulo 64, with which anybody is asked. */
  private final long[] thirds;

  /** Characters at which nobody is asked, and which are no part of a word, quote or backslash. */
  private final boolean[] plain = new boolean[ASCII];

  private final int[] atDigits;

  /** Sorts {@code finders} by their triggers; the first one has the index 1. */
  Triggers(List<Finder> finders) {
    List<Asked> all = new ArrayList<>(List.of(new Asked(NOBODY, 0)));
    int[] digits = NOBODY;
    for (int i = 0; i < finders.size(); i++) {
      for (String trigger : finders.get(i).triggers().split(" ", -1)) {
        if (trigger.equals(DIGITS)) {
          digits = with(digits, i + 1);
        } else {
          add(trigger, i + 1, all);
        }
      }
    }
    atDigits = digits;
    for (int pair = '0' * ASCII; pair < ('9' + 1) * ASCII; pair++) {
      for (int finder : byPair[pair] == 0 ? NOBODY : digits) {
        addPair(pair, finder, 0, all); // a key that begins like a number
      }
    }
    lists = all.stream().map(Asked::finders).toArray(int[][]::new);
    thirds = all.stream().mapToLong(Asked::thirds).toArray();
    for (char c = 0; c < ASCII; c++) {
      plain[c] = !Chars.isWord(c) && c != '"' && c != '\\' && isForNobody(c);
    }
  }

  private void add(String trigger, int finder, List<Asked> all) {
    int first = trigger.charAt(0) * ASCII;
    long third = trigger.length() > 2 ? 1L << trigger.charAt(2) : ANY;
    if (trigger.length() > 1) {
      addPair(first + trigger.charAt(1), finder, third, all);
      return;
    }
    for (int second = 0; second < ASCII; second++) {
      addPair(first + second, finder, third, all);
    }
  }

  private void addPair(int pair, int finder, long third, List<Asked> all) {
    Asked before = all.get(byPair[pair]);
    Asked asked = new Asked(with(before.finders(), finder), before.thirds() | third);
    int known = all.indexOf(asked);
    byPair[pair] = (short) (known < 0 ? all.size() : known);
    if (known < 0) {
      all.add(asked);
    }
  }

  private static int[] with(int[] finders, int finder) {
    int last = finders.length;
    if (last > 0 && finders[last - 1] == finder) {
      return finders;
    }
    int[] longer = Arrays.copyOf(finders, last + 1);
    longer[last] = finder;
    return longer;
  }

  private boolean isForNobody(char c) {
    for (int next = 0; next < ASCII; next++) {
      if (byPair[c * ASCII + next] != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isPlain(char c) {
    return c < ASCII && plain[c];
  }

  /** Returns whom to ask at a number of seven digits and more. */
  int[] atDigits() {
    return atDigits;
  }

  /** Returns whom to ask at the sign or the word that begins with {@code c} at {@code at}. */
  int[] at(CharSequence text, int at, char c) {
    if (c >= ASCII) {
      return NOBODY;
    }
    int length = text.length();
    char next = at + 1 < length ? text.charAt(at + 1) : 0;
    int asked = byPair[c * ASCII + (next < ASCII ? next : 0)];
    if (asked == 0) {
      return NOBODY;
    }
    char third = at + 2 < length ? text.charAt(at + 2) : 0;
    return (thirds[asked] >>> third & 1) == 0 ? NOBODY : lists[asked];
  }

  /** Whom to ask at a pair of characters, with which ones behind it. */
  private static final class Asked {
    private final int[] finders;
    private final long thirds;

    Asked(int[] finders, long thirds) {
      this.finders = finders;
      this.thirds = thirds;
    }

    int[] finders() {
      return finders;
    }

    long thirds() {
      return thirds;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Asked asked
          && thirds == asked.thirds
          && Arrays.equals(finders, asked.finders);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(thirds) + Arrays.hashCode(finders);
    }
  }
}
