package dev.whence;

import dev.whence.trace.SpanStatus;
import org.jspecify.annotations.Nullable;

/**
 * A job, or other work that no request asks for, measured as a whole: what happens in it has a
 * scope of its own, as in a request, but for events, which do not wait for its end.
 *
 * <pre>{@code
 * try (Transaction job = whence.transaction("task", "nightly import")) {
 *   importer.run();
 * }
 * }</pre>
 *
 * <p>Opened and closed on one thread; {@link Whence#wrap(Runnable)} lends it to others. Of an
 * instance that is off it does nothing.
 */
public final class Transaction implements AutoCloseable {
  private final @Nullable RequestScope scope;
  private final @Nullable ScopeEntry entry;
  private final String op;
  private final String name;
  private volatile SpanStatus status = SpanStatus.OK;

  /** Begins one, in {@code scope}, new; null for an instance that is off. */
  Transaction(@Nullable RequestScope scope, String op, String name) {
    this.scope = scope;
    this.entry = scope == null ? null : scope.enter();
    this.op = op;
    this.name = name;
    if (scope != null) {
      var unused = scope.captures().close(); // a job may go on for long: its events do not wait
    }
  }

  /** Sets how it ends; well unless something is said. */
  public Transaction status(SpanStatus newStatus) {
    status = newStatus;
    return this;
  }

  /** Captures a failure of the job, which then has failed. */
  public Transaction fail(Throwable failure) {
    if (scope != null) {
      var unused = scope.fail(failure, "job", null);
    }
    return status(SpanStatus.INTERNAL_ERROR);
  }

  /** Ends it. What is said afterwards is not heard. Does nothing when called again. */
  @Override
  public void close() {
    if (entry == null || scope == null) {
      return;
    }
    if (scope.end()) {
      entry.close();
      scope.engine().finished(scope, new Transactions.Job(op, name, status));
    }
  }
}
