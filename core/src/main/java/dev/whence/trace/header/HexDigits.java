package dev.whence.trace.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Sixteen hexadecimal digits, lower case: what IDs of spans, and halves of traces', look like. */
public final class HexDigits {
  static final int LENGTH = 16;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(ISO_8859_1);

  private HexDigits() {}

  public static String of(long value) {
    byte[] digits = new byte[LENGTH];
    write(value, digits, 0);
    return new String(digits, ISO_8859_1);
  }

  /** Returns the digits of both, one after the other. */
  public static String of(long high, long low) {
    byte[] digits = new byte[2 * LENGTH];
    write(high, digits, 0);
    write(low, digits, LENGTH);
    return new String(digits, ISO_8859_1);
  }

  private static void write(long value, byte[] digits, int start) {
    for (int i = LENGTH - 1, rest = 0; i >= 0; i--, rest += 4) {
      digits[start + i] = DIGITS[(int) (value >>> rest) & 0xF];
    }
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
