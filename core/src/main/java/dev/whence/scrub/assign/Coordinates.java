package dev.whence.scrub.assign;

import dev.whence.scrub.text.Chars;

/**
 * Tells names in coordinates from names of values: {@code arn:aws:secretsmanager:eu-west-1},
 * {@code com.example:auth-kit:jar}.
 */
final class Coordinates {
  private static final int LIMIT = 128;

  private Coordinates() {}

  /** Whether the name that begins at {@code start} is a later part of a coordinate. */
  static boolean hold(CharSequence text, int start) {
    if (start == 0 || text.charAt(start - 1) != ':') {
      return false;
    }
    int lowest = Math.max(0, start - LIMIT);
    int first = start - 1;
    while (first > lowest && isPart(text.charAt(first - 1))) {
      first--;
    }
    return Chars.startsWith(text, first, "arn:")
        || Chars.startsWith(text, first, "urn:")
        || isGroup(text, first, start - 1);
  }

  private static boolean isPart(char c) {
    return Chars.isWord(c) || ".:/-".indexOf(c) >= 0;
  }

  /** Whether a reversed domain stands there, such as {@code com.example}, and nothing more. */
  private static boolean isGroup(CharSequence text, int start, int end) {
    boolean hasDot = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hasDot |= c == '.';
      if (c == ':' || c == '/') {
        return false;
      }
    }
    return hasDot && Chars.isLetter(text.charAt(start));
  }
}
