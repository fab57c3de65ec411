package dev.whence.stats;

import java.time.Duration;

/**
 * How many durations fell into one bucket of a {@link Sketch}. Immutable.
 *
 * <p>Below 32 microseconds a bucket is one microsecond wide, above it is the 32nd part of an
 * octave.
 *
 * @param index 0 to {@link #LAST}, from short to long
 * @param count at least one
 */
public record Bucket(int index, long count) {
  /** The bucket of everything from about 4,228 seconds on. */
  public static final int LAST = 895;

  /** The bits of an index that say where in its octave a bucket is. */
  static final int BITS = 5;

  static final int IN_OCTAVE = 1 << BITS;
  static final int OCTAVES = (LAST + 1) >> BITS;

  private static final long NANOS_IN_MICRO = 1_000;
  private static final long MOST_MICROS = (1L << 32) - 1;

  public Bucket {
    if (index < 0 || index > LAST || count < 1) {
      throw new IllegalArgumentException(
          "index must be 0 to " + LAST + " and count positive, were " + index + " and " + count);
    }
  }

  /** Returns the bucket of a duration; the first takes what is negative. */
  static int indexOf(long nanos) {
    long micros = Math.min(Math.max(nanos, 0) / NANOS_IN_MICRO, MOST_MICROS);
    int octave = Long.SIZE - BITS - Long.numberOfLeadingZeros(micros | IN_OCTAVE) - 1;
    return (octave << BITS) + (int) (micros >> octave);
  }

  /** Returns the duration in its middle, at most 1/64 away from those above 32 microseconds. */
  public Duration middle() {
    int octave = Math.max((index >> BITS) - 1, 0);
    long shortest = (long) (index - (octave << BITS)) << octave;
    return Duration.ofNanos(shortest * NANOS_IN_MICRO + (NANOS_IN_MICRO << octave) / 2);
  }
}
