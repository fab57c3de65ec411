package dev.whence.stats;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * What is being counted for one route in one window, by any number of threads at once.
 *
 * <p>Who wants to count enters first and leaves after. Closing it turns away those who come later
 * and waits for those inside, so that what it says then is whole and final; nobody else ever waits.
 */
final class RouteWindow {
  /** Makes {@link #entered} negative for good: no process lives to count that far. */
  private static final long CLOSED = Long.MIN_VALUE;

  private static final long PAUSE_NANOS = 50_000;
  private static final StatusGroup[] GROUPS = StatusGroup.values();

  private final AtomicLong entered = new AtomicLong();
  private final AtomicLong left = new AtomicLong();

  private final Sketch durations = new Sketch();
  private final AtomicLongArray statuses = new AtomicLongArray(GROUPS.length);
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong databaseNanos = new AtomicLong();

  /** Says whether it is open; then {@link #leave} must follow. */
  boolean enter() {
    return entered.getAndIncrement() >= 0;
  }

  void leave() {
    left.getAndIncrement();
  }

  /** Counts a request; the sketch goes first, since it alone can fail, for want of memory. */
  void request(StatusGroup status, long nanos) {
    durations.record(nanos);
    statuses.getAndIncrement(slot(status));
  }

  void error() {
    errors.getAndIncrement();
  }

  /** Adds what is positive: the rest is unknown, or nothing. */
  void add(long bytes, long databaseNanos) {
    if (bytes > 0) {
      this.bytes.getAndAdd(bytes);
    }
    if (databaseNanos > 0) {
      this.databaseNanos.getAndAdd(databaseNanos);
    }
  }

  /**
   * Closes it and returns all that was ever counted; to be called once.
   *
   * @param patience how long to wait for a thread inside, that may have died there; what it adds
   *     after that is lost
   */
  RouteSnapshot close(String route, Duration patience) {
    long all = entered.getAndAdd(CLOSED);
    long deadline = System.nanoTime() + patience.toNanos();
    while (left.get() < all && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return new RouteSnapshot(
        route,
        errors.get(),
        statuses(),
        durations.snapshot(),
        bytes.get(),
        Duration.ofNanos(databaseNanos.get()));
  }

  private Map<StatusGroup, Long> statuses() {
    Map<StatusGroup, Long> counts = new EnumMap<>(StatusGroup.class);
    for (StatusGroup group : GROUPS) {
      long count = statuses.get(slot(group));
      if (count > 0) {
        counts.put(group, count);
      }
    }
    return counts;
  }

  @SuppressWarnings("EnumOrdinal") // a place in memory, told to nobody
  private static int slot(StatusGroup group) {
    return group.ordinal();
  }
}
