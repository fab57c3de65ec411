package dev.whence;

import dev.whence.request.LogContexts;
import dev.whence.trace.CurrentSpan;
import dev.whence.trace.Span;
import dev.whence.trace.Trace;
import org.jspecify.annotations.Nullable;

/** A thread's loan of a scope: what was there before comes back when it is closed. */
public final class ScopeEntry implements AutoCloseable {
  private final LogContexts logs;
  private final @Nullable RequestScope previous;
  private final @Nullable Span previousSpan;
  private final @Nullable String loggedRequest;
  private final @Nullable String loggedTrace;
  private final @Nullable String loggedSpan;

  /** Enters {@code scope}, and {@code span} if that is not null. */
  ScopeEntry(RequestScope scope, @Nullable Span span) {
    logs = scope.engine().logs();
    previous = CurrentScope.set(scope);
    previousSpan = CurrentSpan.get();
    if (span != null) {
      CurrentSpan.set(span);
    }
    loggedRequest = logs.request().put(scope.requestId());
    Trace trace = logs.tellTraces() ? traceOf(scope) : null;
    loggedTrace = trace == null ? null : logs.trace().put(trace.traceId());
    loggedSpan = trace == null ? null : logs.span().put(trace.spanAtHand());
  }

  private static @Nullable Trace traceOf(RequestScope scope) {
    try {
      return scope.trace();
    } catch (Throwable e) {
      scope.engine().faults().count("trace", e);
      return null;
    }
  }

  @Override
  public void close() {
    CurrentScope.restore(previous);
    CurrentSpan.restore(previousSpan);
    logs.request().restore(loggedRequest);
    logs.trace().restore(loggedTrace);
    logs.span().restore(loggedSpan);
  }
}
