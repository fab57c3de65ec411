package dev.whence.jaxrs.problem;

/** Makes texts fit for any format: no control characters, no halves of characters, an end. */
final class Legible {
  private Legible() {}

  /** Returns at most {@code most} characters of {@code text}, what cannot be shown blanked. */
  static String of(String text, int most) {
    StringBuilder legible = new StringBuilder(Math.min(text.length(), most));
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (legible.length() + Character.charCount(c) > most) {
        break;
      }
      legible.appendCodePoint(shown(c));
    }
    return legible.toString();
  }

  private static int shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.SURROGATE -> 0xFFFD;
      default -> isTurning(c) ? ' ' : (c & 0xFFFE) == 0xFFFE ? 0xFFFD : c;
    };
  }

  /** Says whether {@code c} turns the direction of what follows, and so can disguise it. */
  private static boolean isTurning(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
