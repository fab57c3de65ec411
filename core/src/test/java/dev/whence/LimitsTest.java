package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.health.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many errors become events where settings say how many may. */
class LimitsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir
  Path directory;

  private final KeepingReporter reporter = new KeepingReporter();

  private WhenceBuilder builder() {
    return Whence.builder().environmentVariables(Map.of()).reporter(reporter);
  }

  private static long captured(Whence whence, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> whence.capture(new IllegalStateException("number " + number)))
        .filter(Optional::isPresent)
        .count();
  }

  private static Optional<EventId> fail(Whence whence, String route) {
    RequestScope request = whence.open("r-1");
    request.route(route);
    Optional<EventId> id = request.fail(new IllegalStateException(route), "servlet", null);
    request.finish(StubFacts.answered(500));
    return id;
  }

  private static void assertSums(Health health) {
    long refused = health.refused().values().stream().mapToLong(Long::longValue).sum();
    assertThat(health.captured()).isEqualTo(refused + health.inbox() + health.recorded());
  }

  @Test
  void aRouteThatFailsTooOftenDoesNotSilenceTheOthers() {
    try (Whence whence = builder().set(Keys.ERRORS_PER_ROUTE, "5").build()) {
      for (int i = 0; i < 20; i++) {
        assertThat(fail(whence, "GET /broken")).isPresent(); // which route is known at the end
      }
      assertThat(fail(whence, "GET /other")).isPresent();
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(reporter.events()).hasSize(6);
      assertThat(whence.health().refused()).isEqualTo(Map.of("limited", 15L));
      assertSums(whence.health());
    }
  }

  @Test
  void outsideARequestTheClassAloneCounts() {
    try (Whence whence = builder().set(Keys.ERRORS_PER_ROUTE, "5").build()) {
      assertThat(captured(whence, 20)).isEqualTo(5);
      assertThat(whence.capture(new IllegalArgumentException("another class"))).isPresent();

      assertThat(whence.health().refused()).isEqualTo(Map.of("limited", 15L));
    }
  }

  @Test
  void aMinutesQuotaIsKept() {
    try (Whence whence = builder().set(Keys.QUOTA_ERRORS_PER_MINUTE, "7").build()) {
      assertThat(captured(whence, 20)).isEqualTo(20); // the recorder decides
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(reporter.events()).hasSize(7);
      assertThat(whence.health().refused()).isEqualTo(Map.of("quota_minute", 13L));
      assertSums(whence.health());
    }
  }

  @Test
  void aMonthsQuotaOutlivesTheInstance() {
    for (int start = 0; start < 3; start++) {
      try (Whence whence = builder()
          .set(Keys.JOURNAL_DIR, directory.toString())
          .set(Keys.QUOTA_ERRORS_PER_MONTH, "25")
          .build()) {
        assertThat(captured(whence, 20)).isEqualTo(20);
        assertThat(whence.flush(LONG)).isTrue();
        assertSums(whence.health());
      }
    }

    assertThat(reporter.events()).hasSize(25);
  }

  @Test
  void whatIsDroppedByTheApplicationCountsForNoQuota() {
    AtomicInteger seen = new AtomicInteger();
    try (Whence whence = builder()
        .set(Keys.QUOTA_ERRORS_PER_MINUTE, "5")
        .beforeSend((event, hint) -> seen.incrementAndGet() % 10 == 0 ? event : null)
        .build()) {
      assertThat(captured(whence, 50)).isEqualTo(50);
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(reporter.events()).hasSize(5);
      assertThat(whence.health().refused()).isEqualTo(Map.of("before_send", 45L));
    }
  }

  @Test
  void whatRepeatsItselfIsSummedUpInOneEventOfTheSameGroup() {
    try (Whence whence = builder().set(Keys.REPEATS_PER_MINUTE, "3").build()) {
      assertThat(captured(whence, 10)).isEqualTo(10);
      assertThat(whence.capture(new IllegalArgumentException("another"))).isPresent();
      assertThat(whence.flush(LONG)).isTrue();
      assertThat(reporter.events()).hasSize(4);
      assertThat(whence.health().refused()).isEqualTo(Map.of("repeat", 7L));
      whence.close();

      assertThat(reporter.events()).hasSize(5);
      JsonNode first = reporter.events().get(0);
      JsonNode summary = reporter.events().get(4);
      assertThat(summary.at("/tags/repeats").textValue()).isEqualTo("7");
      assertThat(summary.at("/contexts/whence/repeats").longValue()).isEqualTo(7);
      assertThat(summary.at("/contexts/whence/group/key"))
          .isEqualTo(first.at("/contexts/whence/group/key"));
      assertThat(summary.at("/exception/values/0/type"))
          .isEqualTo(first.at("/exception/values/0/type"));
      assertThat(reporter.events())
          .extracting(event -> event.at("/event_id"))
          .doesNotHaveDuplicates();
      assertThat(whence.health().captured()).isEqualTo(12);
      assertSums(whence.health());
    }
  }
}
