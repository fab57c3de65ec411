package dev.whence.delivery;

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

  Backoff(Terms terms) {
    this.base = TimeUnit.NANOSECONDS.convert(terms.options().backoffBase());
    this.cap = TimeUnit.NANOSECONDS.convert(terms.options().backoffCap());
    this.pace = terms.pace();
    this.ceiling = base;
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
