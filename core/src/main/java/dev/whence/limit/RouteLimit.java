package dev.whence.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many errors of one class on one route are kept, so that a route that does nothing but
 * fail takes neither the processor nor the journal. For request threads; takes the same memory
 * however many routes there are, so that now and then two of them share a limit.
 *
 * <p>A token bucket of a minute's amount, kept as the time at which it will be full again (the
 * generic cell rate algorithm, ITU-T I.371).
 */
public final class RouteLimit {
  private static final int SLOTS = 1 << 10;
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final long interval;
  private final LongSupplier nanoTime;
  private final long origin;
  private final AtomicLongArray fullAt = new AtomicLongArray(SLOTS);

  /** Makes a limit of {@code perMinute} errors; 0 is none. */
  public RouteLimit(int perMinute, LongSupplier nanoTime) {
    this.interval = perMinute == 0 ? 0 : WINDOW / perMinute;
    this.nanoTime = nanoTime;
    this.origin = nanoTime.getAsLong();
  }

  /** Says whether an error may be kept, and if so takes one of those that may. */
  public boolean take(Class<?> type, @Nullable String route) {
    if (interval == 0) {
      return true;
    }
    int slot = slot(type, route);
    long now = nanoTime.getAsLong() - origin;
    while (true) {
      long full = fullAt.get(slot);
      long next = Math.max(now, full) + interval;
      if (next - now > WINDOW) {
        return false;
      }
      if (fullAt.compareAndSet(slot, full, next)) {
        return true;
      }
    }
  }

  private static int slot(Class<?> type, @Nullable String route) {
    int hash = 31 * type.getName().hashCode() + (route == null ? 0 : route.hashCode());
    return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
  }
}
