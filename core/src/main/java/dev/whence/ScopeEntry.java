package dev.whence;

import dev.whence.request.LogContext;
import dev.whence.trace.CurrentSpan;
import dev.whence.trace.Span;
import org.jspecify.annotations.Nullable;

/** A thread's loan of a scope: what was there before comes back when it is closed. */
public final class ScopeEntry implements AutoCloseable {
  private final LogContext log;
  private final @Nullable RequestScope previous;
  private final @Nullable Span previousSpan;
  private final @Nullable String previousLogged;

  /** Enters {@code scope}, and {@code span} if that is not null. */
  ScopeEntry(RequestScope scope, @Nullable Span span) {
    log = scope.engine().logContext();
    previous = CurrentScope.set(scope);
    previousSpan = CurrentSpan.get();
    if (span != null) {
      CurrentSpan.set(span);
    }
    previousLogged = log.isOn() ? log.put(scope.requestId()) : null;
  }

  @Override
  public void close() {
    CurrentScope.restore(previous);
    CurrentSpan.restore(previousSpan);
    if (log.isOn()) {
      log.restore(previousLogged);
    }
  }
}
