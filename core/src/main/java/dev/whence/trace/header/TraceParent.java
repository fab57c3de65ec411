package dev.whence.trace.header;

import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} (W3C Trace Context, 3.2). Immutable.
 *
 * @param traceHigh the first sixteen digits of the trace's ID
 * @param traceLow the other sixteen
 * @param spanId the caller's span
 */
public record TraceParent(long traceHigh, long traceLow, long spanId, boolean sampled) {
  private static final int TRACE_AT = 3;
  private static final int SPAN_AT = 36;
  private static final int FLAGS_AT = 53;
  private static final int LENGTH = 55;

  /** Returns what {@code header} says; null if it is missing or malformed. */
  public static @Nullable TraceParent parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (!hasForm(text)) {
      return null;
    }
    TraceParent read = new TraceParent(
        HexDigits.read(text, TRACE_AT, TRACE_AT + HexDigits.LENGTH),
        HexDigits.read(text, TRACE_AT + HexDigits.LENGTH, SPAN_AT - 1),
        HexDigits.read(text, SPAN_AT, SPAN_AT + HexDigits.LENGTH),
        (HexDigits.read(text, FLAGS_AT, LENGTH) & 1) != 0);
    return (read.traceHigh | read.traceLow) == 0 || read.spanId == 0 ? null : read;
  }

  /** Later versions may go on behind a dash (3.2.1, "Versioning"); version ff is none. */
  private static boolean hasForm(String text) {
    return text.length() >= LENGTH
        && (text.length() == LENGTH || (text.charAt(LENGTH) == '-' && !text.startsWith("00")))
        && text.charAt(TRACE_AT - 1) == '-'
        && text.charAt(SPAN_AT - 1) == '-'
        && text.charAt(FLAGS_AT - 1) == '-'
        && !text.startsWith("ff")
        && HexDigits.areIn(text, 0, TRACE_AT - 1)
        && HexDigits.areIn(text, TRACE_AT, SPAN_AT - 1)
        && HexDigits.areIn(text, SPAN_AT, FLAGS_AT - 1)
        && HexDigits.areIn(text, FLAGS_AT, LENGTH);
  }

  /** Returns the header, of version 00, with the one flag that is known. */
  @Override
  public String toString() {
    return "00-" + HexDigits.of(traceHigh, traceLow) + '-' + HexDigits.of(spanId)
        + (sampled ? "-01" : "-00");
  }
}
