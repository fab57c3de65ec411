package dev.whence;

import dev.whence.trace.CurrentSpan;
import dev.whence.trace.Span;
import dev.whence.trace.Trace;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tasks that run in a request's scope, on whatever thread. */
final class Wrapped {
  private Wrapped() {}

  static Runnable runnable(RequestScope scope, Runnable task) {
    Span span = CurrentSpan.get();
    return () -> {
      try (ScopeEntry entry = scope.enter(span)) {
        task.run();
      } catch (Throwable e) {
        scope.failInTask(e);
        throw e;
      }
    };
  }

  static <V> Callable<V> callable(RequestScope scope, Callable<V> task) {
    Span span = CurrentSpan.get();
    return () -> {
      try (ScopeEntry entry = scope.enter(span)) {
        return task.call();
      } catch (Throwable e) {
        scope.failInTask(e);
        throw e;
      }
    };
  }

  /** Measures a stage until it completes; what is called meanwhile is below its span. */
  static <T> CompletionStage<T> stage(
      Trace trace, String op, String text, Supplier<CompletionStage<T>> work) {
    Span span = trace.detached(op, text);
    Span previous = CurrentSpan.set(span);
    trace.showSpanAtHand();
    try {
      return work.get().whenComplete((result, failure) -> end(span, failure));
    } catch (Throwable e) {
      end(span, e);
      throw e;
    } finally {
      CurrentSpan.restore(previous);
      trace.showSpanAtHand();
    }
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.fail(failure);
    }
    span.close();
  }
}
