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

  /**
   * Puts back what {@link #set} returned. Where that was none the thread keeps an empty slot, which
   * refers to nothing of ours and spares the next request a new one.
   */
  static void restore(@Nullable RequestScope previous) {
    SCOPE.set(previous);
  }
}
