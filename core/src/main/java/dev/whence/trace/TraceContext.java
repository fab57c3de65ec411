package dev.whence.trace;

import dev.whence.event.RandomIds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to and its own span in it, as W3C Trace Context has them (2021,
 * 3.2). Immutable.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId the span that this one came from, null where the trace begins
 * @param flags two hexadecimal digits, the caller's; {@code 00} where the trace begins, since
 *     nothing is sampled
 */
public record TraceContext(
    String traceId, String spanId, @Nullable String parentSpanId, String flags) {
  /** The header that carries it. */
  public static final String HEADER = "traceparent";

  private static final int SPAN_DIGITS = 16;

  // later versions may go on behind a dash, version ff is none
  private static final Pattern TRACEPARENT = Pattern.compile(
      "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  /** Continues the trace of {@code traceparent}; begins one if it is missing or malformed. */
  public static TraceContext continuing(@Nullable String traceparent, RandomIds ids) {
    String spanId = ids.eventId().toString().substring(0, SPAN_DIGITS);
    Matcher came = TRACEPARENT.matcher(traceparent == null ? "" : traceparent.strip());
    boolean isFine = came.matches() && (!came.group(1).equals("00") || came.group(5) == null);
    return isFine
        ? new TraceContext(came.group(2), spanId, came.group(3), sampled(came.group(4)))
        : new TraceContext(ids.eventId().toString(), spanId, null, "00");
  }

  /** Hands on no flag but the one that is known: whether the caller samples (3.2.2.5). */
  private static String sampled(String flags) {
    return (Integer.parseInt(flags, 16) & 1) == 0 ? "00" : "01";
  }

  /** Returns the value of the header for what this span calls. */
  public String header() {
    return "00-" + traceId + '-' + spanId + '-' + flags;
  }

  /** Returns the event's context named {@code trace} (develop.sentry.dev, "Trace Context"). */
  public Map<String, Object> toContext() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("trace_id", traceId);
    context.put("span_id", spanId);
    if (parentSpanId != null) {
      context.put("parent_span_id", parentSpanId);
    }
    return context;
  }
}
