package dev.whence.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsJsonTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final StatisticsTable table = new StatisticsTable(START);

  private StatisticsReport report() {
    return table.drain(START.plusSeconds(10));
  }

  private static JsonNode read(byte[] json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  @Test
  void writesWhatTheDocumentationShows() {
    RouteStatistics orders = table.of("GET /orders/{id}");
    orders.answered(200, 16_400_000, 5_120, 9_250_000);
    orders.answered(200, 16_700_000, 5_000, 3_000_000);
    orders.answered(404, 900_000, -1, 250_000);
    orders.failed(500, 2_000_000_001, 0, 0);

    byte[] json =
        StatisticsJson.encode(report(), new CountedBy("shop@2.4.1", "production", "node-1"));

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo("{\"type\":\"statistics\",\"version\":1,"
            + "\"start\":\"2026-11-23T12:00:00Z\",\"end\":\"2026-11-23T12:00:10Z\","
            + "\"release\":\"shop@2.4.1\",\"environment\":\"production\",\"server_name\":\"node-1\","
            + "\"routes\":[{\"route\":\"GET /orders/{id}\",\"count\":4,\"errors\":1,"
            + "\"statuses\":{\"2xx\":2,\"404\":1,\"5xx\":1},\"bytes\":10120,\"database_ms\":12.5,"
            + "\"duration\":{\"scale\":\"log2/32\",\"buckets\":[[184,1],[320,2],[541,1]],"
            + "\"max_ms\":2000.000001}}]}");
  }

  @Test
  void writesAWindowWithoutRequestsByNobody() {
    byte[] json = StatisticsJson.encode(report(), CountedBy.UNKNOWN);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo("{\"type\":\"statistics\",\"version\":1,\"start\":\"2026-11-23T12:00:00Z\","
            + "\"end\":\"2026-11-23T12:00:10Z\",\"routes\":[]}");
  }

  @Test
  void writesLargeNumbersInFull() {
    table.of("GET /").answered(200, 4_000_000_000_000L, Long.MAX_VALUE, 1_000_000_000_000L);

    byte[] json = StatisticsJson.encode(report(), CountedBy.UNKNOWN);

    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"max_ms\":4000000}")
        .contains("\"database_ms\":1000000,")
        .contains("\"bytes\":9223372036854775807,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"}],\"version\":2,\"x\":\"",
        "back\\slash \\u0000 \\",
        "\u0000\u0001\b\t\n\r\u001f\u007f",
        "\u2028 and \u2029",
        "</script><!--",
        "GET /k\u00e4se/\u4e2d\u6587/\ud83d\ude00",
        "other "
      })
  void carriesHostileNamesUnharmed(String name) throws IOException {
    table.of(name).answered(200, 1_000, 0, 0);

    JsonNode json = read(StatisticsJson.encode(report(), new CountedBy(name, name, name)));

    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.path("routes")).hasSize(1);
    assertThat(json.path("routes").path(0).path("route").asText()).isEqualTo(name);
    assertThat(json.path("release").asText()).isEqualTo(name);
  }

  @Test
  void halfAPairBecomesAQuestionMark() throws IOException {
    table.of("GET /\ud83d").answered(200, 1_000, 0, 0);

    JsonNode json = read(StatisticsJson.encode(report(), CountedBy.UNKNOWN));

    assertThat(json.path("routes").path(0).path("route").asText()).isEqualTo("GET /?");
  }

  @Test
  void readBackItSaysTheSame() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      long nanos = (long) (1_000_000 * Math.exp(2 * random.nextGaussian()));
      RouteStatistics route = table.of("GET /" + random.nextInt(20));
      route.answered(random.nextInt(700), nanos, random.nextInt(1_000), nanos / 2);
    }
    StatisticsReport report = report();

    JsonNode json = read(StatisticsJson.encode(report, CountedBy.UNKNOWN));

    List<RouteSnapshot> routes = new ArrayList<>();
    json.path("routes").forEach(route -> routes.add(snapshot(route)));
    assertThat(routes).isEqualTo(report.routes());
    assertThat(json.path("routes").findValuesAsText("count"))
        .isEqualTo(report.routes().stream().map(route -> "" + route.count()).toList());
  }

  private static RouteSnapshot snapshot(JsonNode route) {
    Map<StatusGroup, Long> statuses = new HashMap<>();
    for (StatusGroup group : StatusGroup.values()) {
      if (route.path("statuses").has(group.label())) {
        statuses.put(group, route.path("statuses").path(group.label()).asLong());
      }
    }
    return new RouteSnapshot(
        route.path("route").asText(),
        route.path("errors").asLong(),
        statuses,
        durations(route.path("duration")),
        route.path("bytes").asLong(),
        millis(route.path("database_ms")));
  }

  private static SketchCounts durations(JsonNode duration) {
    List<Bucket> buckets = new ArrayList<>();
    duration
        .path("buckets")
        .forEach(
            pair -> buckets.add(new Bucket(pair.path(0).asInt(), pair.path(1).asLong())));
    return new SketchCounts(buckets, millis(duration.path("max_ms")));
  }

  private static Duration millis(JsonNode number) {
    return Duration.ofNanos(new BigDecimal(number.asText()).movePointRight(6).longValueExact());
  }
}
