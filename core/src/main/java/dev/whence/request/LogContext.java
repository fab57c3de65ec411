package dev.whence.request;

import dev.whence.guard.Faults;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts one value, such as the request ID, into SLF4J's MDC, if SLF4J is there. The one place that
 * knows SLF4J.
 *
 * <p>Bound to the calling thread, as the MDC is.
 */
public final class LogContext {
  /** The key that keeps out of the MDC. */
  static final String OFF = "off";

  private static final String PLACE = "mdc";

  private final @Nullable String key;
  private final Faults faults;

  private LogContext(@Nullable String key, Faults faults) {
    this.key = key;
    this.faults = faults;
  }

  /** Returns the context that uses {@code key}, or one that does nothing for {@code off}. */
  public static LogContext named(String key, Faults faults) {
    return new LogContext(!key.equals(OFF) && isPresent() ? key : null, faults);
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

  /** Puts {@code value} in and returns what was there. Never throws. */
  public @Nullable String put(String value) {
    if (key == null) {
      return null;
    }
    try {
      String previous = MDC.get(key);
      MDC.put(key, value);
      return previous;
    } catch (Throwable e) {
      faults.count(PLACE, e);
      return null;
    }
  }

  /** Puts {@code value} in, over what {@link #put} did. Never throws. */
  public void show(String value) {
    try {
      if (key != null) {
        MDC.put(key, value);
      }
    } catch (Throwable e) {
      faults.count(PLACE, e);
    }
  }

  /** Puts back what {@link #put} returned. Never throws. */
  public void restore(@Nullable String previous) {
    if (key == null) {
      return;
    }
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
