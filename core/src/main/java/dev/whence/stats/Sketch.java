package dev.whence.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts durations in buckets whose width grows with them, 32 for each octave, so that percentiles
 * of any mixture of sketches stay within 1.6 percent.
 *
 * <p>For any number of threads at once, none of which waits. An octave takes memory once a duration
 * falls into it. A bucket holds 4,294,967,295 durations.
 */
public final class Sketch {
  private final AtomicReferenceArray<AtomicIntegerArray> octaves =
      new AtomicReferenceArray<>(Bucket.OCTAVES);
  private final AtomicLong max = new AtomicLong();

  /** Counts a duration; one below zero is one of zero. */
  public void record(long nanos) {
    int index = Bucket.indexOf(nanos);
    octave(index >> Bucket.BITS).getAndIncrement(index & (Bucket.IN_OCTAVE - 1));
    if (nanos > max.get()) {
      max.accumulateAndGet(nanos, Math::max);
    }
  }

  private AtomicIntegerArray octave(int number) {
    AtomicIntegerArray octave = octaves.get(number);
    return octave != null ? octave : begin(number);
  }

  private AtomicIntegerArray begin(int number) {
    octaves.compareAndSet(number, null, new AtomicIntegerArray(Bucket.IN_OCTAVE));
    return octaves.get(number);
  }

  /**
   * Returns what was counted so far. What is being recorded meanwhile may be in it, or may not, or
   * be missing in its maximum alone.
   */
  public SketchCounts snapshot() {
    List<Bucket> buckets = new ArrayList<>();
    for (int number = 0; number < Bucket.OCTAVES; number++) {
      AtomicIntegerArray octave = octaves.get(number);
      if (octave != null) {
        addTo(buckets, octave, number << Bucket.BITS);
      }
    }
    return new SketchCounts(buckets, Duration.ofNanos(max.get()));
  }

  private static void addTo(List<Bucket> buckets, AtomicIntegerArray octave, int first) {
    for (int i = 0; i < Bucket.IN_OCTAVE; i++) {
      long count = Integer.toUnsignedLong(octave.get(i));
      if (count > 0) {
        buckets.add(new Bucket(first + i, count));
      }
    }
  }
}
