package dev.whence.scrub.assign;

/** Reads escapes such as {@code \\u0077} in names, for looking only. */
final class Unicode {
  private static final int LENGTH = 6;

  private Unicode() {}

  /** Returns the character whose escape stands at {@code at}, -1 if none does. */
  static int at(CharSequence text, int at) {
    if (at + LENGTH > text.length() || text.charAt(at + 1) != 'u') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + LENGTH; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  static String decode(CharSequence text, int start, int end) {
    StringBuilder decoded = new StringBuilder(end - start);
    for (int i = start; i < end; ) {
      int code = text.charAt(i) == '\\' ? at(text, i) : -1;
      boolean isEscape = code >= 0 && i + LENGTH <= end;
      decoded.append(isEscape ? (char) code : text.charAt(i));
      i += isEscape ? LENGTH : 1;
    }
    return decoded.toString();
  }
}
