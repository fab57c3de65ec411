package dev.whence.event;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names one event everywhere: in the answer's header, the log, the reporters. 128 random bits. */
public record EventId(long high, long low) {
  /** Makes an ID from 128 random bits, in the layout of a version 4 UUID (RFC 9562, 5.4). */
  public static EventId of(long randomHigh, long randomLow) {
    return new EventId(
        (randomHigh & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
        (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  /**
   * Reads the 32 hexadecimal digits that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if {@code text} is anything else
   */
  public static EventId parse(String text) {
    if (text.length() != 32) {
      throw new IllegalArgumentException("event ID must have 32 digits, was \"" + text + '"');
    }
    return new EventId(
        HexFormat.fromHexDigitsToLong(text, 0, 16), HexFormat.fromHexDigitsToLong(text, 16, 32));
  }

  // Written out: the equals that a record gets by itself (java.lang.runtime.ObjectMethods) leaves a
  // reference to the record's class in the JDK, and so keeps an application's classes that is gone.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventId id && id.high == high && id.low == low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high) * 31 + Long.hashCode(low);
  }

  /** Returns 32 lower-case hexadecimal digits, as the event payload wants them. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high).concat(hex.toHexDigits(low));
  }
}
