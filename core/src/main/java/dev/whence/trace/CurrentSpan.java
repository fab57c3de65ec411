package dev.whence.trace;

import org.jspecify.annotations.Nullable;

/**
 * The span that the calling thread is in: a cache within one dispatch or task, which whoever lends
 * the thread puts back.
 */
public final class CurrentSpan {
  private static final ThreadLocal<@Nullable Span> SPAN = new ThreadLocal<>();

  private CurrentSpan() {}

  /** Returns the thread's span, of whatever trace. */
  public static @Nullable Span get() {
    return SPAN.get();
  }

  /** Sets the thread's span and returns the one before. */
  public static @Nullable Span set(@Nullable Span span) {
    Span previous = SPAN.get();
    SPAN.set(span);
    return previous;
  }

  /** Puts back what {@link #set} returned; costs little where nothing has changed. */
  public static void restore(@Nullable Span previous) {
    if (SPAN.get() != previous) {
      SPAN.set(previous);
    }
  }

  /** Returns the thread's span if it is one of {@code trace} and not over for this thread. */
  static @Nullable Span in(Trace trace) {
    Span span = SPAN.get();
    while (span != null && span.isLeftBy(Thread.currentThread())) {
      span = span.previous();
    }
    return span != null && span.trace() == trace ? span : null;
  }
}
