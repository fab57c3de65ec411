package dev.whence.scrub.key;

/** Compares names without regard to case, locale and separators. */
final class Fold {
  private Fold() {}

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
