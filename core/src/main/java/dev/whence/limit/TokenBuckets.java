package dev.whence.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * Buckets that hold a minute's amount and fill evenly, each kept as the time at which it will be
 * full again (the generic cell rate algorithm, ITU-T I.371). Safe for use by many threads.
 */
public final class TokenBuckets {
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final long interval;
  private final LongSupplier nanoTime;
  private final long origin;
  private final AtomicLongArray fullAt;

  /**
   * Makes full buckets.
   *
   * @param perMinute what each gives in a minute, above 0
   */
  public TokenBuckets(int count, int perMinute, LongSupplier nanoTime) {
    this.interval = WINDOW / perMinute;
    this.nanoTime = nanoTime;
    this.origin = nanoTime.getAsLong();
    this.fullAt = new AtomicLongArray(count);
  }

  /** Takes one out of a bucket, if there is one. */
  public boolean take(int bucket) {
    long now = nanoTime.getAsLong() - origin;
    while (true) {
      long full = fullAt.get(bucket);
      long next = Math.max(now, full) + interval;
      if (next - now > WINDOW) {
        return false;
      }
      if (fullAt.compareAndSet(bucket, full, next)) {
        return true;
      }
    }
  }
}
