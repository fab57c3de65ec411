package dev.whence.scrub.key;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * Finds sensitive words anywhere in a folded name, all in one pass: the automaton of Aho and
 * Corasick ("Efficient string matching", CACM 18, 1975) as one flat table. Immutable.
 */
final class Fragments {
  private static final int LETTERS = 32;
  private static final int ROOT = 0;
  private static final short NONE = -1;

  private final short[] next;
  private final byte[] found;

  /**
   * Prepares to find {@code sensitive} words.
   *
   * @param longer harmless words that begin with a sensitive one, such as "secretar(y)"
   */
  Fragments(String[] sensitive, String[] longer) {
    int size = 1 + String.join("", sensitive).length() + String.join("", longer).length();
    next = new short[size * LETTERS];
    found = new byte[size];
    Arrays.fill(next, NONE);
    int states = 1;
    for (String word : sensitive) {
      states = add(word, states, 1);
    }
    for (String word : longer) {
      states = add(word, states, -1);
    }
    link(states);
  }

  private int add(String word, int states, int weight) {
    int state = ROOT;
    int made = states;
    for (int i = 0; i < word.length(); i++) {
      int edge = state * LETTERS + (word.charAt(i) - 'a');
      if (next[edge] == NONE) {
        next[edge] = (short) made++;
      }
      state = next[edge];
    }
    found[state] += (byte) weight;
    return made;
  }

  private void link(int states) {
    short[] failure = new short[states];
    Queue<Integer> open = new ArrayDeque<>();
    open.add(ROOT);
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int letter = 0; letter < LETTERS; letter++) {
        int edge = state * LETTERS + letter;
        short fallback = state == ROOT ? ROOT : next[failure[state] * LETTERS + letter];
        if (next[edge] == NONE) {
          next[edge] = fallback;
        } else {
          failure[next[edge]] = fallback;
          found[next[edge]] += found[fallback];
          open.add((int) next[edge]);
        }
      }
    }
  }

  /** Whether a sensitive word is in the name from {@code start} to {@code end}. */
  boolean areIn(CharSequence text, int start, int end) {
    int state = ROOT;
    int sum = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Fold.isLetter(c)) {
        state = next[state * LETTERS + (Fold.lower(c) - 'a')];
        sum += found[state];
      } else if (!Fold.isDropped(c)) {
        state = ROOT;
      }
    }
    return sum > 0;
  }
}
