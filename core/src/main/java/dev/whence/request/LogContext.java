package dev.whence.request;

import dev.whence.guard.Faults;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the request ID into SLF4J's MDC, if SLF4J is there. The one place that knows SLF4J.
 *
 * <p>Bound to the calling thread, as the MDC is.
 */
public final class LogContext {
  private static final String PLACE = "mdc";

  private final @Nullable String key;
  private final Faults faults;

  private LogContext(@Nullable String key, Faults faults) {
    this.key = key;
    this.faults = faults;
  }

  /** Returns the context that uses {@code key}, or one that does nothing for {@code off}. */
  public static LogContext named(String key, Faults faults) {
    return new LogContext(!key.equals("off") && isPresent() ? key : null, faults);
  }

  private static boolean isPresent() {
    try {
      return MDC.getMDCAdapter() != null;
    } catch (LinkageError e) {
      return false;
    }
  }

  public boolean isOn() {
    return key != null;
  }

  /** Puts {@code requestId} in and returns what was there. Never throws. */
  public @Nullable String put(String requestId) {
    try {
      String previous = MDC.get(key);
      MDC.put(key, requestId);
      return previous;
    } catch (Throwable e) {
      faults.count(PLACE, e);
      return null;
    }
  }

  /** Puts back what {@link #put} returned. Never throws. */
  public void restore(@Nullable String previous) {
    try {
      if (previous == null) {
        MDC.remove(key);
      } else {
        MDC.put(key, previous);
      }
    } catch (Throwable e) {
      faults.count(PLACE, e);
    }
  }
}
