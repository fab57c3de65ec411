package dev.whence.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteLimitTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private RouteLimit limit(int perMinute) {
    return new RouteLimit(perMinute, nanos::get);
  }

  private static int taken(RouteLimit limit, int tries, String route) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += limit.take(IllegalStateException.class, route) ? 1 : 0;
    }
    return taken;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 12_000})
  void letsAMinutesAmountThroughAtOnceAndThenWhatTheMinuteBrings(int perMinute) {
    RouteLimit limit = limit(perMinute);
    assertThat(taken(limit, 2 * perMinute, "GET /")).isEqualTo(perMinute);

    nanos.addAndGet(Duration.ofSeconds(60).toNanos() / perMinute);
    assertThat(taken(limit, 10, "GET /")).isEqualTo(1);

    nanos.addAndGet(Duration.ofMinutes(10).toNanos());
    assertThat(taken(limit, 2 * perMinute, "GET /")).isEqualTo(perMinute);
  }

  @Test
  void countsEachRouteAndEachClassForItself() {
    RouteLimit limit = limit(1);

    assertThat(limit.take(IllegalStateException.class, "GET /a")).isTrue();
    assertThat(limit.take(IllegalStateException.class, "GET /b")).isTrue();
    assertThat(limit.take(IllegalArgumentException.class, "GET /a")).isTrue();
    assertThat(limit.take(IllegalStateException.class, null)).isTrue();
    assertThat(limit.take(IllegalStateException.class, "GET /a")).isFalse();
    assertThat(limit.take(IllegalStateException.class, null)).isFalse();
  }

  @Test
  void letsEverythingThroughWhereThereIsNone() {
    assertThat(taken(limit(0), 100_000, "GET /")).isEqualTo(100_000);
  }

  @Test
  void letsExactlyItsAmountThroughHoweverManyThreadsAsk() throws Exception {
    RouteLimit limit = limit(1_000);
    AtomicInteger taken = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      threads.execute(() -> taken.addAndGet(taken(limit, 5_000, "GET /")));
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(taken).hasValue(1_000);
  }
}
