package dev.whence;

import org.jspecify.annotations.Nullable;

/** The calling thread's scope: a cache within one dispatch, never the place where it is kept. */
final class CurrentScope {
  private static final ThreadLocal<@Nullable RequestScope> SCOPE = new ThreadLocal<>();

  private CurrentScope() {}

  static @Nullable RequestScope get() {
    return SCOPE.get();
  }

  /** Sets {@code scope} and returns the one before. */
  static @Nullable RequestScope set(RequestScope scope) {
    RequestScope previous = SCOPE.get();
    SCOPE.set(scope);
    return previous;
  }

  /** Puts back what {@link #set} returned, and leaves nothing on the thread if that was none. */
  static void restore(@Nullable RequestScope previous) {
    if (previous == null) {
      SCOPE.remove();
    } else {
      SCOPE.set(previous);
    }
  }
}
