package dev.whence.config;

import dev.whence.config.value.Values;
import java.util.Collection;
import java.util.Comparator;

/** Finds the known word that somebody may have meant who wrote an unknown one. */
public final class Nearest {
  private Nearest() {}

  /** Says that there is no {@code word} of that {@code kind}, and asks for the nearest. */
  public static String hint(String kind, String word, Collection<String> known) {
    return "there is no " + kind + " \"" + Values.shortened(word) + "\", did you mean \""
        + to(word, known) + "\"?";
  }

  /** Returns the one of {@code known}, which are some, that is the fewest edits away. */
  static String to(String word, Collection<String> known) {
    String left = Values.shortened(word);
    return known.stream()
        .min(Comparator.<String>comparingInt(one -> distance(left, one))
            .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Counts the edits from one word to the other (Levenshtein, 1966). */
  private static int distance(String left, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (left.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
