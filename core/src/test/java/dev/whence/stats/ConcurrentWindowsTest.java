package dev.whence.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows change while others count. */
class ConcurrentWindowsTest {
  private static final int REQUESTS = 400_000;
  private static final int ROUTES = 5;
  private static final int[] STATUSES = {200, 200, 200, 302, 404, 400, 500, 0};

  private final StatisticsTable table = new StatisticsTable(Instant.EPOCH);

  /** Many threads meet inside a window; one alone is often the first in it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void nothingIsLostAndNothingCountsTwice(int threads) {
    List<StatisticsReport> reports = new ArrayList<>();
    AtomicInteger counting = new AtomicInteger(threads);
    Threads.run(threads + 1, thread -> {
      if (thread < threads) {
        count(table, thread, REQUESTS / threads);
        counting.decrementAndGet();
        return;
      }
      while (counting.get() > 0) {
        reports.add(table.drain(Instant.EPOCH));
      }
    });
    reports.add(table.drain(Instant.EPOCH));

    assertThat(sums(reports)).isEqualTo(expected(threads));
    assertThat(reports)
        .allSatisfy(report -> assertThat(report.routes())
            .allSatisfy(route -> assertThat(
                    route.statuses().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(route.durations().count())));
  }

  /** Some keep what they ask the table for, some ask each time. */
  private static void count(StatisticsTable table, int thread, int requests) {
    Random random = new Random(thread);
    List<RouteStatistics> kept = new ArrayList<>();
    for (int route = 0; route < ROUTES; route++) {
      kept.add(table.of("GET /" + route));
    }
    for (int i = 0; i < requests; i++) {
      int route = random.nextInt(ROUTES);
      RouteStatistics statistics = thread % 2 == 1 ? kept.get(route) : table.of("GET /" + route);
      int status = STATUSES[random.nextInt(STATUSES.length)];
      long nanos = random.nextInt(1 << 30);
      if (random.nextInt(20) == 0) {
        statistics.failed(status, nanos, random.nextInt(1_000), random.nextInt(1_000));
      } else {
        statistics.answered(status, nanos, random.nextInt(1_000), random.nextInt(1_000));
      }
    }
  }

  /** The same requests, one after the other into one window. */
  private static Map<String, RouteSnapshot> expected(int threads) {
    StatisticsTable alone = new StatisticsTable(Instant.EPOCH);
    for (int thread = 0; thread < threads; thread++) {
      count(alone, thread, REQUESTS / threads);
    }
    Map<String, RouteSnapshot> routes = sums(List.of(alone.drain(Instant.EPOCH)));
    assertThat(routes.values().stream().mapToLong(RouteSnapshot::count).sum()).isEqualTo(REQUESTS);
    return routes;
  }

  private static Map<String, RouteSnapshot> sums(List<StatisticsReport> reports) {
    Map<String, RouteSnapshot> sums = new HashMap<>();
    for (StatisticsReport report : reports) {
      for (RouteSnapshot route : report.routes()) {
        sums.merge(route.route(), route, ConcurrentWindowsTest::sum);
      }
    }
    return sums;
  }

  private static RouteSnapshot sum(RouteSnapshot one, RouteSnapshot two) {
    Map<StatusGroup, Long> statuses = new HashMap<>(one.statuses());
    two.statuses().forEach((group, count) -> statuses.merge(group, count, Long::sum));
    return new RouteSnapshot(
        one.route(),
        one.errors() + two.errors(),
        statuses,
        one.durations().merge(two.durations()),
        one.bytes() + two.bytes(),
        one.inDatabase().plus(two.inDatabase()));
  }

  @Test
  void aWindowThatClosesWaitsForThoseInside() {
    RouteWindow window = new RouteWindow();
    assertThat(window.enter()).isTrue();
    CompletableFuture<RouteSnapshot> closed = new CompletableFuture<>();
    Thread closing =
        new Thread(() -> closed.complete(window.close("GET /", Duration.ofMinutes(1))));
    closing.start();
    while (closing.getState() == Thread.State.NEW || closing.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }

    window.request(StatusGroup.SUCCESS, 1_000);
    window.add(7, 0);
    window.leave();

    RouteSnapshot route = closed.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(route.count()).isEqualTo(1);
    assertThat(route.bytes()).isEqualTo(7);
    assertThat(route.durations().max()).isEqualTo(Duration.ofNanos(1_000));
    assertThat(window.enter()).isFalse();
  }

  @Test
  void aWindowThatClosesDoesNotWaitForEver() {
    RouteWindow window = new RouteWindow();
    window.enter();
    window.request(StatusGroup.SUCCESS, 1_000);

    RouteSnapshot route = window.close("GET /", Duration.ofMillis(1));

    assertThat(route.count()).isEqualTo(1);
  }
}
