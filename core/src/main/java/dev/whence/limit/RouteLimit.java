package dev.whence.limit;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many errors of one class on one route are kept, so that a route that does nothing but
 * fail takes neither the processor nor the journal. For request threads; takes the same memory
 * however many routes there are, so that now and then two of them share a limit.
 */
public final class RouteLimit {
  private static final int SLOTS = 1 << 10;

  private final @Nullable TokenBuckets buckets;

  /** Makes a limit of {@code perMinute} errors; 0 is none. */
  public RouteLimit(int perMinute, LongSupplier nanoTime) {
    this.buckets = perMinute == 0 ? null : new TokenBuckets(SLOTS, perMinute, nanoTime);
  }

  /** Says whether an error may be kept, and if so takes one of those that may. */
  public boolean take(Class<?> type, @Nullable String route) {
    return buckets == null || buckets.take(slot(type, route));
  }

  private static int slot(Class<?> type, @Nullable String route) {
    int hash = 31 * type.getName().hashCode() + (route == null ? 0 : route.hashCode());
    return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
  }
}
