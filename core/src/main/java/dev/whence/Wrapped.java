package dev.whence;

import java.util.concurrent.Callable;

/** Tasks that run in a request's scope, on whatever thread. */
final class Wrapped {
  private Wrapped() {}

  static Runnable runnable(RequestScope scope, Runnable task) {
    return () -> {
      try (RequestScope.Entry entry = scope.enter()) {
        task.run();
      } catch (Throwable e) {
        scope.failInTask(e);
        throw e;
      }
    };
  }

  static <V> Callable<V> callable(RequestScope scope, Callable<V> task) {
    return () -> {
      try (RequestScope.Entry entry = scope.enter()) {
        return task.call();
      } catch (Throwable e) {
        scope.failInTask(e);
        throw e;
      }
    };
  }
}
