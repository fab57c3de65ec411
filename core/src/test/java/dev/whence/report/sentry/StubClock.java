package dev.whence.report.sentry;

import dev.whence.report.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is told to go on. */
final class StubClock implements Timepiece {
  private volatile Instant now = Records.NOON;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // about to overflow

  void advance(Duration time) {
    now = now.plus(time);
    nanos.addAndGet(time.toNanos());
  }

  /** Changes the date without time passing. */
  void set(Instant date) {
    now = date;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }
}
