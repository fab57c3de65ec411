package dev.whence.scrub.key;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * Finds words anywhere in a folded name, all in one pass: the automaton of Aho and Corasick
 * ("Efficient string matching", CACM 18, 1975) as one flat table. For one thread while words are
 * added, then for many.
 */
final class Fragments {
  private static final int WIDTH = 32;
  private static final int ROOT = 0;
  private static final short NONE = -1;

  private short[] next = new short[WIDTH];
  private long[] weights = new long[1];
  private int states = 1;

  Fragments() {
    Arrays.fill(next, NONE);
  }

  /** Adds lower-case {@code words}, parted by blanks, each of which weighs {@code weight}. */
  Fragments add(String words, long weight) {
    for (String word : words.split(" ", -1)) {
      int state = ROOT;
      for (int i = 0; i < word.length(); i++) {
        state = child(state * WIDTH + Fold.letter(word.charAt(i)));
      }
      weights[state] += weight;
    }
    return this;
  }

  private int child(int edge) {
    if (next[edge] == NONE) {
      int length = next.length;
      next[edge] = (short) states++;
      next = Arrays.copyOf(next, length + WIDTH);
      Arrays.fill(next, length, next.length, NONE);
      weights = Arrays.copyOf(weights, states);
    }
    return next[edge];
  }

  /** Makes the automaton of the words that were added. */
  Fragments link() {
    short[] failure = new short[states];
    Queue<Integer> open = new ArrayDeque<>();
    open.add(ROOT);
    while (!open.isEmpty()) {
      int state = open.remove();
      for (int letter = 0; letter < Fold.LETTERS; letter++) {
        int edge = state * WIDTH + letter;
        short fallback = state == ROOT ? ROOT : next[failure[state] * WIDTH + letter];
        if (next[edge] == NONE) {
          next[edge] = fallback;
        } else {
          failure[next[edge]] = fallback;
          weights[next[edge]] += weights[fallback];
          open.add((int) next[edge]);
        }
      }
      next[state * WIDTH + Fold.DROPPED] = (short) state;
      next[state * WIDTH + Fold.OTHER] = ROOT;
    }
    return this;
  }

  /** Returns the sum of the weights of all words in the name from {@code start} to {@code end}. */
  long weigh(CharSequence text, int start, int end) {
    int state = ROOT;
    long sum = 0;
    for (int i = start; i < end; i++) {
      int letter = Fold.letter(text.charAt(i));
      state = next[state * WIDTH + letter];
      sum += letter < Fold.LETTERS ? weights[state] : 0;
    }
    return sum;
  }
}
