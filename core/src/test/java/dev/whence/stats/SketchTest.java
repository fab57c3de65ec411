package dev.whence.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
  private static final double[] PERCENTS = {0, 0.1, 1, 10, 25, 50, 75, 90, 95, 99, 99.9, 100};
  private static final double BOUND = 0.016;
  private static final long MILLI = 1_000_000;

  private static SketchCounts sketch(long... nanos) {
    Sketch sketch = new Sketch();
    for (long value : nanos) {
      sketch.record(value);
    }
    return sketch.snapshot();
  }

  static Stream<Arguments> skewedData() {
    return Stream.of(
        data("log-normal", random -> 5 * MILLI * Math.exp(1.5 * random.nextGaussian())),
        data("Pareto", random -> MILLI / Math.pow(1 - random.nextDouble(), 1 / 1.1)),
        data("near 32 microseconds", random -> 32_000 + 2_000 * random.nextDouble()),
        data("constant, just in its bucket", random -> 1_024_000),
        data("constant, just out of it", random -> 1_055_999),
        data(
            "bimodal",
            random -> (random.nextInt(10) == 0 ? 900 : 2) * MILLI * (1 + random.nextDouble())));
  }

  private static Arguments data(String name, ToDoubleFunction<Random> distribution) {
    Random random = new Random(42);
    long[] nanos = IntStream.range(0, 20_000)
        .mapToLong(i -> (long) Math.max(32_000, distribution.applyAsDouble(random)))
        .toArray();
    return Arguments.of(name, nanos);
  }

  private static long exact(long[] sorted, double percent) {
    return sorted[(int) Math.max(0, Math.ceil(percent * sorted.length / 100) - 1)];
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("skewedData")
  void missesNoPercentileByMoreThanItsBound(String name, long[] nanos) {
    SketchCounts counts = sketch(nanos);

    Arrays.sort(nanos);
    for (double percent : PERCENTS) {
      double exact = exact(nanos, percent);
      assertThat((double) counts.percentile(percent).toNanos())
          .as("%s percent of %s", percent, name)
          .isCloseTo(exact, within(exact * BOUND));
    }
    assertThat(counts.max()).isEqualTo(Duration.ofNanos(nanos[nanos.length - 1]));
  }

  @Test
  void missesWhatIsShorterByHalfAMicrosecondAtMost() {
    long[] nanos = new Random(42).longs(5_000, 0, 32_000).toArray();

    SketchCounts counts = sketch(nanos);

    Arrays.sort(nanos);
    for (double percent : PERCENTS) {
      assertThat(counts.percentile(percent).toNanos())
          .isCloseTo(exact(nanos, percent), within(500L));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 0",
    "-1, 0",
    "0, 0",
    "999, 0",
    "1000, 1",
    "31999, 31",
    "32000, 32",
    "63999, 63",
    "64000, 64",
    "65999, 64",
    "66000, 65",
    "16384000, 320",
    "4227858431999, 894",
    "4227858432000, 895",
    "9223372036854775807, 895"
  })
  void putsDurationsIntoTheDocumentedBucket(long nanos, int index) {
    assertThat(sketch(nanos).buckets()).containsExactly(new Bucket(index, 1));
  }

  @Test
  void everyBucketsMiddleIsInIt() {
    for (int index = 0; index <= Bucket.LAST; index++) {
      Duration middle = new Bucket(index, 1).middle();

      assertThat(Bucket.indexOf(middle.toNanos())).isEqualTo(index);
    }
  }

  @Test
  void saysNoPercentileAboveTheLongest() {
    assertThat(sketch(32_001).percentile(100)).isEqualTo(Duration.ofNanos(32_001));
  }

  @Test
  void countsRanksInDecimals() {
    long[] nanos =
        LongStream.rangeClosed(1, 1_000).map(i -> i < 1_000 ? MILLI : 9 * MILLI).toArray();

    assertThat(sketch(nanos).percentile(99.9)).isLessThan(Duration.ofMillis(2));
    assertThat(sketch(nanos).percentile(99.91)).isGreaterThan(Duration.ofMillis(8));
  }

  @Test
  void ofNothingEverythingIsZero() {
    assertThat(new Sketch().snapshot()).isEqualTo(SketchCounts.NONE);
    assertThat(SketchCounts.NONE.count()).isZero();
    assertThat(SketchCounts.NONE.percentile(50)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesPercentsThatAreNone(double percent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SketchCounts.NONE.percentile(percent))
        .withMessageContaining(String.valueOf(percent));
  }

  @Test
  void refusesBucketsOutOfOrder() {
    Bucket bucket = new Bucket(7, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SketchCounts(List.of(bucket, bucket), Duration.ZERO));
  }

  @Test
  void mergesExactlyInAnyOrderAndGrouping() {
    Random random = new Random(42);
    List<SketchCounts> parts = new ArrayList<>();
    Sketch whole = new Sketch();
    for (int part = 0; part < 40; part++) {
      Sketch sketch = new Sketch();
      for (int i = random.nextInt(200); i > 0; i--) {
        long nanos = (long) (MILLI * Math.exp(3 * random.nextGaussian()));
        sketch.record(nanos);
        whole.record(nanos);
      }
      parts.add(sketch.snapshot());
    }

    for (int round = 0; round < 50; round++) {
      Collections.shuffle(parts, random);
      assertThat(mergedInPairs(parts, random)).isEqualTo(whole.snapshot());
    }
  }

  /** Merges any two until one is left. */
  private static SketchCounts mergedInPairs(List<SketchCounts> parts, Random random) {
    List<SketchCounts> left = new ArrayList<>(parts);
    while (left.size() > 1) {
      SketchCounts one = left.remove(random.nextInt(left.size()));
      SketchCounts two = left.remove(random.nextInt(left.size()));
      left.add(one.merge(two));
    }
    return left.get(0);
  }

  @Test
  void losesNothingToThreadsThatRecordAtOnce() {
    Sketch shared = new Sketch();
    Sketch alone = new Sketch();

    Threads.run(4, thread -> durations(thread).forEach(shared::record));

    IntStream.range(0, 4).forEach(thread -> durations(thread).forEach(alone::record));
    assertThat(shared.snapshot()).isEqualTo(alone.snapshot());
  }

  @Test
  void losesNothingToThreadsThatBeginAnOctaveAtOnce() {
    List<Sketch> sketches = Stream.generate(Sketch::new).limit(4_000).toList();

    Threads.run(2, thread -> {
      for (Sketch sketch : sketches) {
        for (long millis = 1; millis <= 64; millis *= 2) {
          sketch.record(millis * MILLI + thread);
        }
      }
    });

    assertThat(sketches).allSatisfy(sketch -> {
      assertThat(sketch.snapshot().count()).isEqualTo(2 * 7);
      assertThat(sketch.snapshot().max()).isEqualTo(Duration.ofNanos(64 * MILLI + 1));
    });
  }

  private static LongStream durations(int seed) {
    return new Random(seed).longs(50_000, 0, 100 * MILLI);
  }
}
