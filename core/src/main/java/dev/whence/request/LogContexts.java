package dev.whence.request;

import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.guard.Faults;

/**
 * What each line that the application logs can tell of its request.
 *
 * @param request the request's ID
 * @param trace the trace that the request is part of
 * @param span the span that the thread is in
 */
public record LogContexts(LogContext request, LogContext trace, LogContext span) {
  /**
   * Makes those that settings name.
   *
   * @param isTracing whether there are traces to be told of
   */
  public static LogContexts by(Settings settings, boolean isTracing, Faults faults) {
    return new LogContexts(
        LogContext.named(settings.get(Keys.MDC_KEY), faults),
        LogContext.named(
            isTracing ? settings.get(TraceKeys.MDC_TRACE_KEY) : LogContext.OFF, faults),
        LogContext.named(
            isTracing ? settings.get(TraceKeys.MDC_SPAN_KEY) : LogContext.OFF, faults));
  }

  /** Says whether a request's trace is to be told. */
  public boolean tellTraces() {
    return trace.isOn() || span.isOn();
  }
}
