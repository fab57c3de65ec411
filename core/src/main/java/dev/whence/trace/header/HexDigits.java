package dev.whence.trace.header;

/** Hexadecimal digits, lower case. */
public final class HexDigits {
  private HexDigits() {}

  public static String of(long value) {
    return String.format("%016x", value);
  }
}
