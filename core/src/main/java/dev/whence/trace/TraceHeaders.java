package dev.whence.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers that carry a trace from one service to the next, as they come or go: W3C Trace
 * Context, W3C Baggage and the one of Sentry's own. Immutable; nothing here is checked.
 *
 * @param traceparent the trace, the caller's span, and whether it is sampled
 * @param tracestate what other vendors keep with the trace; handed on as it came
 * @param sentryTrace the same as {@code traceparent} in Sentry's words, which win
 * @param baggage what the head of the trace lets all others know
 */
public record TraceHeaders(
    @Nullable String traceparent,
    @Nullable String tracestate,
    @Nullable String sentryTrace,
    @Nullable String baggage) {
  /** What a request brings that belongs to no trace. */
  public static final TraceHeaders NONE = new TraceHeaders(null, null, null, null);

  public static final String TRACEPARENT = "traceparent";
  public static final String TRACESTATE = "tracestate";
  public static final String SENTRY_TRACE = "sentry-trace";
  public static final String BAGGAGE = "baggage";

  /**
   * Reads the headers of a request; two, where they name no trace.
   *
   * @param header returns the value of the header of that name, those of several joined by commas
   */
  public static TraceHeaders read(Function<String, @Nullable String> header) {
    String traceparent = header.apply(TRACEPARENT);
    String sentryTrace = header.apply(SENTRY_TRACE);
    if (traceparent == null && sentryTrace == null) {
      return NONE;
    }
    return new TraceHeaders(
        traceparent, header.apply(TRACESTATE), sentryTrace, header.apply(BAGGAGE));
  }

  /** Says whether they name no trace. */
  public boolean isNone() {
    return traceparent == null && sentryTrace == null;
  }

  /** Returns those that are there, by name. */
  public Map<String, String> toMap() {
    Map<String, String> headers = new LinkedHashMap<>();
    put(TRACEPARENT, traceparent, headers);
    put(TRACESTATE, tracestate, headers);
    put(SENTRY_TRACE, sentryTrace, headers);
    put(BAGGAGE, baggage, headers);
    return headers;
  }

  private static void put(String name, @Nullable String value, Map<String, String> headers) {
    if (value != null && !value.isEmpty()) {
      headers.put(name, value);
    }
  }
}
