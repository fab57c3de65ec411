package dev.whence.trace.header;

/** Sixteen hexadecimal digits, lower case: what IDs of spans, and halves of traces', look like. */
public final class HexDigits {
  static final int LENGTH = 16;

  private static final char[] DIGITS = "0123456789abcdef".toCharArray();

  private HexDigits() {}

  public static String of(long value) {
    return append(value, new StringBuilder(LENGTH)).toString();
  }

  static StringBuilder append(long value, StringBuilder text) {
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      text.append(DIGITS[(int) (value >>> shift) & 0xF]);
    }
    return text;
  }

  /** Says whether all of {@code text} between the two places are lower-case digits. */
  static boolean areIn(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads the digits that begin at {@code from}, at most sixteen, which are some. */
  static long read(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = (value << 4) | digit(text.charAt(i));
    }
    return value;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
