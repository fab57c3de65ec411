package dev.whence.scrub.key;

/** Compares names without regard to case, locale and separators. */
final class Fold {
  /** How many letters there are; {@link #letter} counts them from 0. */
  static final int LETTERS = 26;

  /** Stands for characters that do not count when names are compared. */
  static final int DROPPED = 26;

  static final int OTHER = 27;

  private static final int ASCII = 128;
  private static final byte[] LETTER = new byte[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      LETTER[c] = (byte) (isLetter(c) ? lower(c) - 'a' : isDropped(c) ? DROPPED : OTHER);
    }
  }

  private Fold() {}

  /** Returns which letter {@code c} is in the alphabet, or that it is none. */
  static int letter(char c) {
    return c < ASCII ? LETTER[c] : OTHER;
  }

  static boolean isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static char lower(char c) {
    return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
  }

  /** Whether {@code c} does not count when names are compared. */
  static boolean isDropped(char c) {
    return c == '-' || c == '_' || c == '.' || c == ' ' || c == '\t';
  }

  static String name(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (!isDropped(name.charAt(i))) {
        folded.append(lower(name.charAt(i)));
      }
    }
    return folded.toString();
  }
}
