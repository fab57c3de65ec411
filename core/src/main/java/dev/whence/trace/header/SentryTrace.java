package dev.whence.trace.header;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code sentry-trace} (develop.sentry.dev, "Traces"). Immutable.
 *
 * @param traceHigh the first sixteen digits of the trace's ID
 * @param traceLow the other sixteen
 * @param spanId the caller's span
 * @param sampled null where the caller leaves that open
 */
public record SentryTrace(
    long traceHigh, long traceLow, long spanId, @Nullable Boolean sampled) {
  private static final int SPAN_AT = 33;
  private static final int UNDECIDED_LENGTH = 49;
  private static final int LENGTH = 51;

  /** Returns what {@code header} says; null if it is missing or malformed. */
  public static @Nullable SentryTrace parse(@Nullable String header) {
    if (header == null || header.length() > 2 * LENGTH) {
      return null;
    }
    String text = header.strip().toLowerCase(Locale.ROOT);
    if (!hasForm(text)) {
      return null;
    }
    SentryTrace read = new SentryTrace(
        HexDigits.read(text, 0, HexDigits.LENGTH),
        HexDigits.read(text, HexDigits.LENGTH, SPAN_AT - 1),
        HexDigits.read(text, SPAN_AT, UNDECIDED_LENGTH),
        text.length() == LENGTH ? (Boolean) (text.charAt(LENGTH - 1) == '1') : null);
    return (read.traceHigh | read.traceLow) == 0 || read.spanId == 0 ? null : read;
  }

  private static boolean hasForm(String text) {
    return (text.length() == UNDECIDED_LENGTH || text.length() == LENGTH)
        && text.charAt(SPAN_AT - 1) == '-'
        && HexDigits.areIn(text, 0, SPAN_AT - 1)
        && HexDigits.areIn(text, SPAN_AT, UNDECIDED_LENGTH)
        && (text.length() == UNDECIDED_LENGTH || text.endsWith("-0") || text.endsWith("-1"));
  }

  @Override
  public String toString() {
    String known = HexDigits.of(traceHigh, traceLow) + '-' + HexDigits.of(spanId);
    return sampled == null ? known : known + (sampled ? "-1" : "-0");
  }
}
