package dev.whence.report.sentry;

import dev.whence.report.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
final class StubClock implements InstantSource {
  private volatile Instant now = Records.NOON;

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
