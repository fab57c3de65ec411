package dev.whence.scrub.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells at which characters of a text whom to ask. Two tables: one for signs and digits, one for
 * the first two characters of a word. Immutable.
 */
final class Triggers {
  static final int[] NOBODY = {};

  private static final String DIGITS = "0-9";
  private static final int ASCII = 128;

  private final int[][] bySign = new int[ASCII][];

  /** By the first two characters of a word: the place in {@link #lists}, 0 for nobody. */
  private final short[] byWord = new short[ASCII * ASCII];

  private final List<int[]> lists = new ArrayList<>(List.of(NOBODY));

  /** Sorts {@code finders} by their triggers; the first one has the index 1. */
  Triggers(List<Finder> finders) {
    Arrays.fill(bySign, NOBODY);
    for (int i = 0; i < finders.size(); i++) {
      for (String trigger : finders.get(i).triggers().split(" ", -1)) {
        add(trigger, i + 1);
      }
    }
  }

  private void add(String trigger, int finder) {
    char first = trigger.charAt(0);
    if (trigger.equals(DIGITS)) {
      for (char digit = '0'; digit <= '9'; digit++) {
        bySign[digit] = with(bySign[digit], finder);
      }
    } else if (Chars.isLetter(first)) {
      addWord(first * ASCII + trigger.charAt(1), finder);
    } else {
      bySign[first] = with(bySign[first], finder);
    }
  }

  private void addWord(int pair, int finder) {
    int[] list = with(lists.get(byWord[pair]), finder);
    if (byWord[pair] == 0) {
      byWord[pair] = (short) lists.size();
      lists.add(list);
    } else {
      lists.set(byWord[pair], list);
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

  /** Returns whom to ask at the sign or digit {@code c}. */
  int[] atSign(char c) {
    return c < ASCII ? bySign[c] : NOBODY;
  }

  /** Returns whom to ask at the word that begins at {@code at} with a letter. */
  int[] atWord(CharSequence text, int at) {
    if (at + 1 == text.length()) {
      return NOBODY;
    }
    char first = text.charAt(at);
    char second = text.charAt(at + 1);
    boolean isAscii = (first | second) < ASCII;
    int list = isAscii ? byWord[first * ASCII + second] : 0;
    return list == 0 ? NOBODY : lists.get(list);
  }
}
