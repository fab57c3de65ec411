package dev.whence.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTableTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final long MILLI = 1_000_000;

  private final StatisticsTable table = new StatisticsTable(START);
  private Instant now = START;

  private StatisticsReport nextReport() {
    now = now.plusSeconds(10);
    return table.drain(now);
  }

  private void request(String route) {
    table.of(route).answered(200, MILLI, 0, 0);
  }

  private void requests(String prefix, int routes) {
    for (int i = 0; i < routes; i++) {
      request(prefix + i);
    }
  }

  private static long count(StatisticsReport report) {
    return report.routes().stream().mapToLong(RouteSnapshot::count).sum();
  }

  private static List<String> names(StatisticsReport report) {
    return report.routes().stream().map(RouteSnapshot::route).toList();
  }

  @Test
  void reportsWhatWasCountedForARoute() {
    RouteStatistics orders = table.of("GET /orders/{id}");
    orders.answered(200, 3 * MILLI, 512, 2 * MILLI);
    orders.answered(404, MILLI, -1, -1);
    orders.answered(503, MILLI, 8, 0);
    orders.failed(200, 2 * MILLI, 0, MILLI);

    StatisticsReport report = nextReport();

    assertThat(report.routes())
        .containsExactly(new RouteSnapshot(
            "GET /orders/{id}",
            2,
            Map.of(
                StatusGroup.SUCCESS, 2L, StatusGroup.NOT_FOUND, 1L, StatusGroup.SERVER_ERROR, 1L),
            new SketchCounts(
                List.of(new Bucket(190, 2), new Bucket(222, 1), new Bucket(238, 1)),
                Duration.ofMillis(3)),
            520,
            Duration.ofMillis(3)));
    assertThat(report.routes().get(0).count()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1xx", "199, 1xx", "200, 2xx", "302, 3xx", "400, 4xx", "401, 401", "402, 4xx",
    "403, 403", "404, 404", "429, 429", "499, 4xx", "500, 5xx", "599, 5xx", "600, unknown",
    "99, unknown", "0, unknown", "-1, unknown", "-150, unknown", "2147483647, unknown"
  })
  void countsEachStatusInOneGroup(int status, String group) {
    table.of("GET /").answered(status, MILLI, 0, 0);

    RouteSnapshot route = nextReport().routes().get(0);

    assertThat(route.statuses()).hasSize(1);
    assertThat(route.statuses().keySet().iterator().next().label()).isEqualTo(group);
    assertThat(route.errors()).isEqualTo(group.equals("5xx") ? 1 : 0);
  }

  @Test
  void beginsAWindowWhereTheOneBeforeEnded() {
    request("GET /b");
    request("GET /a");
    StatisticsReport first = nextReport();
    request("GET /c");
    StatisticsReport second = nextReport();

    assertThat(first.start()).isEqualTo(START);
    assertThat(first.end()).isEqualTo(START.plusSeconds(10)).isEqualTo(second.start());
    assertThat(names(first)).containsExactly("GET /a", "GET /b");
    assertThat(names(second)).containsExactly("GET /c");
    assertThat(nextReport().routes()).isEmpty();
  }

  @Test
  void aClockSetBackMakesOneWindowShortAndNoMore() {
    Instant earlier = START.minusSeconds(3600);

    StatisticsReport first = table.drain(earlier);
    StatisticsReport second = table.drain(earlier.plusSeconds(10));

    assertThat(first.end()).isEqualTo(START);
    assertThat(second.start()).isEqualTo(earlier);
    assertThat(second.end()).isEqualTo(earlier.plusSeconds(10));
  }

  @Test
  void whatIsKeptCountsIntoTheRunningWindow() {
    RouteStatistics kept = table.of("GET /");
    for (int requests = 1; requests <= 100; requests++) {
      for (int i = 0; i < requests; i++) {
        kept.answered(200, MILLI, 0, 0);
      }

      assertThat(count(nextReport())).isEqualTo(requests);
    }
  }

  @Test
  void whatIsKeptOverALongPauseCountsTogetherWithItsRoute() {
    RouteStatistics kept = table.of("GET /");
    kept.answered(200, MILLI, 0, 0);
    idle(100);

    request("GET /");
    kept.answered(200, MILLI, 0, 0);

    RouteSnapshot route = nextReport().routes().get(0);
    assertThat(route.route()).isEqualTo("GET /");
    assertThat(route.count()).isEqualTo(2);
  }

  @Test
  void routesBeyondFiveHundredAreOneAndNothingIsLost() {
    requests("GET /", 600);
    requests("GET /", 600);

    StatisticsReport report = nextReport();

    assertThat(report.routes()).hasSize(501);
    assertThat(count(report)).isEqualTo(1_200);
    assertThat(report.routes().get(500).route()).isEqualTo("other");
    assertThat(report.routes().get(500).count()).isEqualTo(200);
  }

  @Test
  void aRouteKeepsItsPlaceOverTwentyNineWindowsWithoutARequest() {
    request("GET /rare");
    for (int window = 0; window < 30; window++) {
      requests("GET /often", 499);
      nextReport();
    }

    request("GET /late");
    request("GET /rare");

    assertThat(names(nextReport())).containsExactly("GET /rare", "other");
  }

  @Test
  void aRouteWithoutAPlaceGetsOneFromThoseThatAreUsedNoMore() {
    requests("GET /", 500);
    RouteStatistics late = table.of("GET /late");
    late.answered(200, MILLI, 0, 0);
    assertThat(names(nextReport())).contains("other").doesNotContain("GET /late");

    idle(30);
    late.answered(200, MILLI, 0, 0);

    assertThat(names(nextReport())).containsExactly("GET /late");
  }

  private void idle(int windows) {
    for (int i = 0; i < windows; i++) {
      nextReport();
    }
  }

  @Test
  void aRouteThatIsNamedLikeTheOthersIsOneOfThem() {
    request("other");
    requests("GET /", 501);

    StatisticsReport report = nextReport();

    assertThat(report.routes()).hasSize(501);
    assertThat(report.routes().get(500).count()).isEqualTo(2);
  }

  @Test
  void cutsNamesThatAreTooLong() {
    String longest = "GET /" + "a".repeat(195);
    request(longest);
    request(longest + 'b');

    assertThat(names(nextReport())).containsExactly(longest);
  }
}
