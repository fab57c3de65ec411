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
  private final @Nullable String previousLogged;

  /** Apart, since most loans have none, and what is small the compiler keeps off the heap. */
  private final @Nullable LoggedTrace loggedTrace;

  /** Enters {@code scope}, and {@code span} if that is not null. */
  ScopeEntry(RequestScope scope, @Nullable Span span) {
    logs = scope.engine().logs();
    previous = CurrentScope.set(scope);
    previousSpan = CurrentSpan.get();
    if (span != null) {
      CurrentSpan.set(span);
    }
    previousLogged = logs.request().put(scope.requestId());
    loggedTrace = logs.tellTraces() ? LoggedTrace.of(scope, logs) : null;
  }

  /** What the log could tell of traces before this one. */
  private record LoggedTrace(
      @Nullable String trace, @Nullable String span) {
    static @Nullable LoggedTrace of(RequestScope scope, LogContexts logs) {
      try {
        Trace trace = scope.trace();
        return new LoggedTrace(
            logs.trace().put(trace.traceId()), logs.span().put(trace.spanAtHand()));
      } catch (Throwable e) {
        scope.engine().faults().count("trace", e);
        return null;
      }
    }

    void restore(LogContexts logs) {
      logs.trace().restore(trace);
      logs.span().restore(span);
    }
  }

  @Override
  public void close() {
    CurrentScope.restore(previous);
    CurrentSpan.restore(previousSpan);
    logs.request().restore(previousLogged);
    if (loggedTrace != null) {
      loggedTrace.restore(logs);
    }
  }
}
