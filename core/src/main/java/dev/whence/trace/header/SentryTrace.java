package dev.whence.trace.header;

import org.jspecify.annotations.Nullable;

public record SentryTrace(
    long traceHigh, long traceLow, long spanId, @Nullable Boolean sampled) {
  public static @Nullable SentryTrace parse(@Nullable String text) {
    if (text == null
        || !text.strip()
            .toLowerCase(java.util.Locale.ROOT)
            .matches("[0-9a-f]{32}-[0-9a-f]{16}(-[01])?")) {
      return null;
    }
    String t = text.strip();
    return new SentryTrace(
        Long.parseUnsignedLong(t.substring(0, 16), 16),
        Long.parseUnsignedLong(t.substring(16, 32), 16),
        Long.parseUnsignedLong(t.substring(33, 49), 16),
        t.length() < 51 ? null : t.charAt(50) == '1');
  }

  @Override
  public String toString() {
    return HexDigits.of(traceHigh)
        + HexDigits.of(traceLow)
        + '-'
        + HexDigits.of(spanId)
        + (sampled == null ? "" : sampled ? "-1" : "-0");
  }
}
