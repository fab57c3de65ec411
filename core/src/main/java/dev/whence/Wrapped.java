package dev.whence;

import dev.whence.trace.CurrentSpan;
import dev.whence.trace.Span;
import dev.whence.trace.Trace;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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

  /** Ends {@code span} when the stage that {@code work} returns is complete. */
  static <T> CompletionStage<T> stage(Trace trace, Span span, Supplier<CompletionStage<T>> work) {
    CompletionStage<T> stage = begun(trace, span, work);
    if (stage == null) {
      return stage;
    }
    CompletableFuture<T> measured = new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterrupt) {
        stage.toCompletableFuture().cancel(mayInterrupt);
        return super.cancel(mayInterrupt);
      }
    };
    stage.whenComplete((result, failure) -> {
      end(span, failure);
      if (failure == null) {
        measured.complete(result);
      } else {
        measured.completeExceptionally(failure); // as it is, where a dependent stage would wrap it
      }
    });
    return measured;
  }

  private static <T> CompletionStage<T> begun(
      Trace trace, Span span, Supplier<CompletionStage<T>> work) {
    Span previous = CurrentSpan.set(span);
    trace.showSpanAtHand();
    try {
      CompletionStage<T> stage = work.get();
      if (stage == null) {
        span.close();
      }
      return stage;
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
