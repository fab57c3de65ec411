package dev.whence.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is counted by route is what the container's access log says. */
class StatisticsTest {
  /** 5,000 in every build, 50,000 in the full one. */
  private static final int REQUESTS = Integer.getInteger("load.requests", 5_000);

  private static final int CLIENTS = 8;
  private static final List<Integer> STATUSES =
      List.of(200, 200, 200, 204, 302, 400, 401, 403, 404, 418, 429, 500, 503);

  private final CountsReporter reporter = new CountsReporter();

  /** Adds up what is reported. */
  private static final class CountsReporter implements Reporter {
    final Map<String, Long> counted = new TreeMap<>();
    final Map<String, Long> bytes = new TreeMap<>();
    final Map<String, long[]> countAndErrors = new TreeMap<>();

    @Override
    public String name() {
      return "counts";
    }

    @Override
    public Set<Category> categories() {
      return Set.of(Category.STATISTICS);
    }

    @Override
    public Outcome report(Batch batch) throws IOException {
      for (EventRecord record : batch.records()) {
        JsonNode report = new ObjectMapper().readTree(record.json());
        report.path("routes").forEach(this::add);
      }
      return batch.accepted();
    }

    private void add(JsonNode route) {
      String name = route.path("route").asText();
      route
          .path("statuses")
          .properties()
          .forEach(status ->
              counted.merge(name + ' ' + status.getKey(), status.getValue().asLong(), Long::sum));
      bytes.merge(name, route.path("bytes").asLong(), Long::sum);
      long[] sums = countAndErrors.computeIfAbsent(name, unused -> new long[3]);
      sums[0] += route.path("count").asLong();
      sums[1] += route.path("errors").asLong();
      route.at("/duration/buckets").forEach(bucket -> sums[2] += bucket.path(1).asLong());
    }
  }

  private static void ask(int port, int requests, int seed) throws IOException {
    for (int i = 0; i < requests; i++) {
      int number = seed + i;
      String place = List.of("/orders/", "/users/", "/nowhere/").get(number % 3);
      Object last = number % 29 == 0 ? "throw" : STATUSES.get(number % STATUSES.size());
      HttpURLConnection connection = (HttpURLConnection)
          URI.create("http://127.0.0.1:" + port + place + last).toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod(number % 5 == 0 ? "POST" : "GET");
      try (var in = connection.getResponseCode() < 400
          ? connection.getInputStream()
          : connection.getErrorStream()) {
        if (in != null) {
          in.readAllBytes();
        }
      }
    }
  }

  @Test
  void everyRequestIsCountedOnceWhereItsAccessLogHasIt() throws Exception {
    Whence whence = Whence.builder()
        .environmentVariables(Map.of())
        .tracesSampleRate(0.1)
        .reporter(reporter)
        .build();
    LoggedJetty jetty = new LoggedJetty(whence);
    int port = jetty.port();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<?>> done = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int seed = client * 7;
      done.add(clients.submit(() -> {
        ask(port, REQUESTS / CLIENTS, seed);
        return null;
      }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    clients.shutdown();
    jetty.close();
    whence.close();

    Map<String, Long> expected = jetty.requests();
    assertThat(reporter.counted).isEqualTo(expected);
    assertThat(expected.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo((long) REQUESTS / CLIENTS * CLIENTS);
    assertThat(reporter.bytes).containsAllEntriesOf(jetty.bytes());
    reporter.countAndErrors.forEach((route, sums) -> {
      assertThat(sums[1]).as(route).isEqualTo(expected.getOrDefault(route + " 5xx", 0L));
      assertThat(sums[2]).as(route).isEqualTo(sums[0]);
    });
  }
}
