package dev.whence.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * What a {@link Sketch} counted. Immutable.
 *
 * @param buckets those that are not empty, by ascending index
 * @param max the longest duration, exact, zero where there is none
 */
public record SketchCounts(List<Bucket> buckets, Duration max) {
  /** Nothing counted. */
  public static final SketchCounts NONE = new SketchCounts(List.of(), Duration.ZERO);

  public SketchCounts {
    buckets = List.copyOf(buckets);
    for (int i = 1; i < buckets.size(); i++) {
      if (buckets.get(i).index() <= buckets.get(i - 1).index()) {
        throw new IllegalArgumentException("buckets must be in ascending order, were " + buckets);
      }
    }
  }

  /** Returns how many durations were counted. */
  public long count() {
    return buckets.stream().mapToLong(Bucket::count).sum();
  }

  /** Returns what one sketch would have counted instead of both. */
  public SketchCounts merge(SketchCounts other) {
    TreeMap<Integer, Long> sums = new TreeMap<>();
    buckets.forEach(bucket -> sums.merge(bucket.index(), bucket.count(), Long::sum));
    other.buckets.forEach(bucket -> sums.merge(bucket.index(), bucket.count(), Long::sum));
    return new SketchCounts(
        sums.entrySet().stream()
            .map(sum -> new Bucket(sum.getKey(), sum.getValue()))
            .toList(),
        max.compareTo(other.max) < 0 ? other.max : max);
  }

  /**
   * Returns the duration that {@code percent} of all do not exceed, by nearest rank; the longest
   * answers for 100, the shortest for 0, and zero where nothing was counted.
   *
   * @throws IllegalArgumentException unless {@code percent} is between 0 and 100
   */
  public Duration percentile(double percent) {
    long left = rank(percent);
    for (Bucket bucket : buckets) {
      left -= bucket.count();
      if (left <= 0) {
        return bucket.middle().compareTo(max) < 0 ? bucket.middle() : max;
      }
    }
    return max;
  }

  /** Counts in decimals, since 99.9 percent of 1,000 are not 999 in binary ones. */
  private long rank(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percent must be 0 to 100, was " + percent);
    }
    BigDecimal share = BigDecimal.valueOf(percent).movePointLeft(2);
    BigDecimal rank = share.multiply(BigDecimal.valueOf(count()));
    return Math.max(1, rank.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
