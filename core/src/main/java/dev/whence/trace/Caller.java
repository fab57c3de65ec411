package dev.whence.trace;

import dev.whence.trace.header.Baggage;
import dev.whence.trace.header.SentryTrace;
import dev.whence.trace.header.TraceParent;
import dev.whence.trace.header.TraceState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request's headers say of the trace that it belongs to, as far as they can be read.
 * Immutable.
 *
 * @param spanId the caller's; 0 where the trace begins
 * @param isSampled null where the caller leaves that open, or there is none
 */
record Caller(
    long traceHigh, long traceLow, long spanId, @Nullable Boolean isSampled, Luggage luggage) {
  /** Nobody: the trace begins here. */
  static final Caller NONE = new Caller(0, 0, 0, null, Luggage.NONE);

  /**
   * What is handed on as it came.
   *
   * @param state empty unless the trace came by {@code traceparent}
   * @param others the members of {@code baggage} that are not Sentry's
   * @param head what the head of the trace says in {@code baggage}, which stands from then on
   */
  record Luggage(TraceState state, String others, Map<String, String> head) {
    static final Luggage NONE = new Luggage(TraceState.EMPTY, "", Map.of());
  }

  /** Reads {@code came}; Sentry's header wins, since it can leave the decision open. */
  static Caller of(TraceHeaders came) {
    SentryTrace sentry = SentryTrace.parse(came.sentryTrace());
    TraceParent parent = TraceParent.parse(came.traceparent());
    if (sentry != null) {
      return of(sentry, luggage(isOneTrace(parent, sentry), came));
    }
    return parent == null ? NONE : of(parent, luggage(true, came));
  }

  private static boolean isOneTrace(@Nullable TraceParent parent, SentryTrace sentry) {
    return parent != null
        && parent.traceHigh() == sentry.traceHigh()
        && parent.traceLow() == sentry.traceLow();
  }

  private static Caller of(SentryTrace sentry, Luggage luggage) {
    return new Caller(
        sentry.traceHigh(), sentry.traceLow(), sentry.spanId(), sentry.sampled(), luggage);
  }

  private static Caller of(TraceParent parent, Luggage luggage) {
    return new Caller(
        parent.traceHigh(), parent.traceLow(), parent.spanId(), parent.sampled(), luggage);
  }

  private static Luggage luggage(boolean hasState, TraceHeaders came) {
    Baggage baggage = Baggage.parse(came.baggage());
    return new Luggage(
        hasState ? TraceState.parse(came.tracestate()) : TraceState.EMPTY,
        baggage.others(),
        baggage.sentry());
  }

  boolean isNone() {
    return spanId == 0;
  }

  /** Returns the rate by which the head of the trace decided; NaN if it does not tell. */
  double rate() {
    return fraction("sample_rate", 1);
  }

  /** Returns the number by which it decided, below 1; NaN if it does not tell. */
  double rand() {
    return fraction("sample_rand", Math.nextDown(1.0));
  }

  private double fraction(String name, double most) {
    String text = luggage.head().get(name);
    if (text == null || text.length() > 32) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= most ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
