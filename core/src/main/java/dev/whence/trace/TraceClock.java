package dev.whence.trace;

import java.time.Instant;

/**
 * Tells times of day for readings of {@link System#nanoTime}, all by one reading of both clocks, so
 * that spans lie to each other as they did, whatever happens to the time of day. Immutable.
 */
record TraceClock(Instant instant, long nanos) {
  static TraceClock now() {
    return new TraceClock(Instant.now(), System.nanoTime());
  }

  Instant at(long otherNanos) {
    return instant.plusNanos(otherNanos - nanos);
  }
}
