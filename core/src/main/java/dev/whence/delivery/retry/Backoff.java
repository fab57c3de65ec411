package dev.whence.delivery.retry;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait after a failure: anything up to a ceiling that doubles with each failure in a
 * row ("full jitter"), so that many senders do not come back at once. One thread alone.
 */
final class Backoff {
  private final long base;
  private final long cap;
  private final Pace pace;
  private long ceiling;

  /**
   * Makes one that starts at its shortest.
   *
   * @param base the first ceiling
   * @param cap the ceiling after any number of failures
   */
  Backoff(Duration base, Duration cap, Pace pace) {
    this.base = TimeUnit.NANOSECONDS.convert(base);
    this.cap = TimeUnit.NANOSECONDS.convert(cap);
    this.pace = pace;
    this.ceiling = this.base;
  }

  /** Returns the wait after one more failure, never zero. */
  Duration next() {
    long wait = 1 + pace.random().nextLong(ceiling);
    ceiling = ceiling > cap / 2 ? cap : ceiling * 2;
    return Duration.ofNanos(wait);
  }

  void reset() {
    ceiling = base;
  }
}
