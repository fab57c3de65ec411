package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.event.EventId;
import dev.whence.health.Health;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Receivers that misbehave by a script and then behave: whatever they did, both sums hold, and what
 * counts as delivered is what has arrived.
 */
@Timeout(120)
class FaultScriptsTest {
  private static final int ERRORS = 12;

  @TempDir
  Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // success in all its forms
        "200 |",
        "202, 204, 226, 299 |",
        "200 after=50ms |",
        "200 slow=1ms |",
        "200 reading=1ms |",
        "200 interim=100 |",
        "200 interim=103 x3 |",
        "200 padded=100000 |",
        "200 padded=3000000 |",
        "200 Connection=close x3 |",
        "200 closing x6 |",
        "200 twice |",
        "200 twice x4 |",
        "200 X-Sentry-Rate-Limits=60:transaction:key |",
        // failures that pass
        "500, 502, 503, 504, 599 |",
        "503 x8 |",
        "503 Retry-After=0 |",
        "503 Retry-After=nonsense x2 |",
        "503 Retry-After=1 |",
        "408 x2 |",
        "429 Retry-After=1 |",
        "429 X-Sentry-Rate-Limits=0.1:error:organization x2 |",
        "429 X-Sentry-Rate-Limits=0.1::key |",
        "200 X-Sentry-Rate-Limits=0.1:default;error:key x3 |",
        "503 early x2 |",
        // connections that end
        "reset |",
        "reset x5 |",
        "200 half=0 |",
        "200 half=9 |",
        "200 half=30 x2 |",
        "200 half=95 |",
        "200 cut=0 |",
        "200 cut=9 x2 |",
        "200 cut=60 |",
        "503 half=9 |",
        "503 cut=9 |",
        "200, 200 half=0, 200, 200 cut=12, 200 |",
        // answers that never come, or are none
        "hang |",
        "hang x2, 503 |",
        "200 after=2s |",
        "garbage |",
        "garbage x4 |",
        "200 padded=10 half=100, garbage, reset, 503 |",
        // answers for good
        "301 Location=http://127.0.0.1:9/ | http_301=1",
        "302 Location=http://elsewhere.example/ | http_302=1",
        "307 Location=/api/1/envelope/ x2 | http_307=2",
        "308 Location=https://127.0.0.1/ | http_308=1",
        "400 x3 | http_400=3",
        "401, 403, 404, 405, 418 | http_401=1 http_403=1 http_404=1 http_405=1 http_418=1",
        "413 | too_large=1",
        "413 early | too_large=1",
        "400 early, 503 | http_400=1",
        // all together
        "503, reset, 400, 200 half=9, hang, 429 X-Sentry-Rate-Limits=0.1:error, garbage | http_400=1",
        "200, 413, 200 closing, 500 cut=3, 404, 200 twice, 408, 200 half=1 | too_large=1 http_404=1",
      })
  void bothSumsHoldAndWhatCountsAsDeliveredHasArrived(String script, String dropped) {
    try (Ingest ingest = Ingest.start()) {
      ingest.answerOnce(Answer.script(script).toArray(Answer[]::new));
      Whence whence = Whence.builder()
          .environmentVariables(Map.of())
          .set(Keys.DSN, ingest.dsn())
          .set(Keys.JOURNAL_DIR, directory.toString())
          .set(Keys.READ_TIMEOUT, "500ms")
          .build();
      Set<String> captured = new HashSet<>();
      for (int i = 0; i < ERRORS; i++) {
        whence
            .capture(new IllegalStateException("number " + i))
            .map(EventId::toString)
            .ifPresent(captured::add);
      }
      deliverAll(whence);
      whence.close();

      Health health = whence.health();
      LaneFigures lane = health.lanes().get(0);
      assertThat(captured).hasSize(ERRORS);
      assertThat(health.captured()).isEqualTo(ERRORS).isEqualTo(health.recorded());
      assertThat(lane.recorded())
          .isEqualTo(ERRORS)
          .isEqualTo(lane.delivered() + lane.waiting() + sum(lane.dropped()));
      assertThat(lane.dropped()).isEqualTo(counts(dropped));
      assertThat(ingest.seenIds()).hasSize((int) lane.delivered()).isSubsetOf(captured);
      assertThat(health.faults()).isEmpty();
    }
  }

  /** Waits for all to be dealt with, and ends each wait for another try before its time. */
  private static void deliverAll(Whence whence) {
    boolean isDone = false;
    for (int tries = 0; tries < 200 && !isDone; tries++) {
      isDone = whence.flush(Duration.ofMillis(100));
    }
    assertThat(isDone).as("%s", whence.health()).isTrue();
  }

  private static Map<String, Long> counts(String text) {
    Map<String, Long> counts = new TreeMap<>();
    for (String count : text == null ? new String[0] : text.split(" ", -1)) {
      int equals = count.indexOf('=');
      counts.put(count.substring(0, equals), Long.parseLong(count.substring(equals + 1)));
    }
    return counts;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
