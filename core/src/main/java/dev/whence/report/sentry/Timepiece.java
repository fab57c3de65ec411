package dev.whence.report.sentry;

import java.time.Instant;
import java.time.InstantSource;

/** Tells the date, which may be set back, and counts time, which only goes on. */
interface Timepiece extends InstantSource {
  Timepiece SYSTEM = new Timepiece() {
    @Override
    public Instant instant() {
      return Instant.now();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }
  };

  /** Counts nanoseconds from an arbitrary origin, like {@link System#nanoTime}. */
  long nanoTime();
}
