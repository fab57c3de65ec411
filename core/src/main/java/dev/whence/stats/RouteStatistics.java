package dev.whence.stats;

import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of one route, always into the running window of its {@link StatisticsTable}.
 *
 * <p>May be kept as long as its table, and used by any number of threads; none of them waits for
 * another, nor for the table while it ends a window.
 */
public final class RouteStatistics {
  private final String route;
  private final StatisticsTable table;

  /** Where the last request was counted; it says itself whether it is still open. */
  private volatile @Nullable RouteWindow window;

  /** When the route had a request last. Guarded by the table. */
  private long lastWindow;

  RouteStatistics(String route, StatisticsTable table) {
    this.route = route;
    this.table = table;
  }

  /**
   * Counts a request that was answered, and as an error if its status is one from 500 to 599.
   *
   * @param status 0 if it is not known
   * @param nanos how long it took
   * @param bytes of the answer's body, negative if they are not known
   * @param databaseNanos how long it was in databases
   */
  public void answered(int status, long nanos, long bytes, long databaseNanos) {
    StatusGroup group = StatusGroup.of(status);
    RouteWindow open = enter();
    try {
      open.request(group, nanos);
      open.add(bytes, databaseNanos);
      if (group == StatusGroup.SERVER_ERROR) {
        open.error();
      }
    } finally {
      open.leave();
    }
  }

  /** Counts a request that ended with an exception: an error, whatever its status. */
  public void failed(int status, long nanos, long bytes, long databaseNanos) {
    StatusGroup group = StatusGroup.of(status);
    RouteWindow open = enter();
    try {
      open.request(group, nanos);
      open.add(bytes, databaseNanos);
      open.error();
    } finally {
      open.leave();
    }
  }

  private RouteWindow enter() {
    RouteWindow open = window;
    while (open == null || !open.enter()) {
      open = table.open(this);
      window = open;
    }
    return open;
  }

  String route() {
    return route;
  }

  /** Notes that its route has a request in a window. The caller holds the lock. */
  void used(long inWindow) {
    lastWindow = inWindow;
  }

  /** Says whether its route had a request in that window or later. The caller holds the lock. */
  boolean isUsedSince(long someWindow) {
    return lastWindow >= someWindow;
  }

  /** Lets go of a window that is over; a thread that enters another just now only asks again. */
  void forget() {
    window = null;
  }
}
