package dev.whence;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the request ID into SLF4J's MDC, if SLF4J is there. The one place that knows SLF4J.
 *
 * <p>Bound to the calling thread, as the MDC is.
 */
final class LogContext {
  private final @Nullable String key;

  private LogContext(@Nullable String key) {
    this.key = key;
  }

  /** Returns the context that uses {@code key}, or one that does nothing for {@code off}. */
  static LogContext named(String key) {
    return new LogContext(!key.equals("off") && isPresent() ? key : null);
  }

  private static boolean isPresent() {
    try {
      return MDC.getMDCAdapter() != null;
    } catch (LinkageError e) {
      return false;
    }
  }

  boolean isOn() {
    return key != null;
  }

  /** Puts {@code requestId} in and returns what was there. */
  @Nullable
  String put(String requestId) {
    String previous = MDC.get(key);
    MDC.put(key, requestId);
    return previous;
  }

  /** Puts back what {@link #put} returned. */
  void restore(@Nullable String previous) {
    if (previous == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, previous);
    }
  }
}
