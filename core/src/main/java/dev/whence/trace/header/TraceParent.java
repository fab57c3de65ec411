package dev.whence.trace.header;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

public record TraceParent(long traceHigh, long traceLow, long spanId, boolean sampled) {
  private static final Pattern P = Pattern.compile(
      "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{16})([0-9a-f]{16})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  public static @Nullable TraceParent parse(@Nullable String text) {
    Matcher m = P.matcher(text == null ? "" : text.strip());
    if (!m.matches() || (m.group(1).equals("00") && m.group(6) != null)) {
      return null;
    }
    return new TraceParent(
        Long.parseUnsignedLong(m.group(2), 16),
        Long.parseUnsignedLong(m.group(3), 16),
        Long.parseUnsignedLong(m.group(4), 16),
        (Integer.parseInt(m.group(5), 16) & 1) == 1);
  }

  @Override
  public String toString() {
    return "00-" + HexDigits.of(traceHigh) + HexDigits.of(traceLow) + '-' + HexDigits.of(spanId)
        + (sampled ? "-01" : "-00");
  }
}
