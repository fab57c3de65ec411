package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Several projects: each event arrives at its own and at no other, and every lane accounts for it.
 */
class ProjectsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Ingest backend = Ingest.start();
  private final Ingest worker = Ingest.start();
  private final Ingest stub = Ingest.start();

  @AfterEach
  void close() {
    for (Ingest ingest : List.of(backend, worker, stub)) {
      assertThat(ingest.complaints()).isEmpty();
      ingest.close();
    }
  }

  private WhenceBuilder builder() {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(
            Keys.PROJECT_DSNS,
            "tag:service=worker > " + worker.dsn("2") + ", path:/stub/* > " + stub.dsn("3"));
  }

  private static void capture(Whence whence, String message, String service) {
    whence.capture(new IllegalStateException(message), scope -> scope.tag("service", service));
  }

  private static void captureInRequest(Whence whence, String message, String service) {
    RequestScope request = whence.open("r-1");
    request.tag("service", service);
    request.fail(new IllegalStateException(message), "servlet", null);
    request.finish(StubFacts.answered(500));
  }

  private static List<String> messages(Ingest ingest) {
    return ingest.events().stream()
        .map((ReceivedEvent event) -> event.at("/exception/values/0/value"))
        .toList();
  }

  private static void assertLane(LaneFigures lane, String name, long delivered, long filtered) {
    assertThat(lane.name()).isEqualTo(name);
    assertThat(lane.recorded()).isEqualTo(delivered + filtered);
    assertThat(lane.delivered()).isEqualTo(delivered);
    assertThat(lane.waiting()).isZero();
    assertThat(lane.dropped()).isEqualTo(filtered == 0 ? Map.of() : Map.of("filtered", filtered));
    assertThat(lane.failingSince()).isNull();
  }

  @Test
  void eachEventGoesToTheProjectOfTheFirstRuleThatFitsElseToTheDsn() {
    try (Whence whence = builder().dsn(backend.dsn()).build()) {
      capture(whence, "a", "worker");
      capture(whence, "b", "backend");
      captureInRequest(whence, "c", "backend");
      captureInRequest(whence, "d", "worker"); // both rules fit
      capture(whence, "e", "worker");
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(messages(backend)).containsExactly("b");
      assertThat(messages(worker)).containsExactly("a", "d", "e");
      assertThat(messages(stub)).containsExactly("c");
      List<LaneFigures> lanes = whence.health().lanes();
      assertThat(lanes).hasSize(3);
      assertLane(lanes.get(0), "sentry", 1, 4);
      assertLane(lanes.get(1), "sentry-project-2", 3, 2);
      assertLane(lanes.get(2), "sentry-project-3", 1, 4);
    }
  }

  @Test
  void withoutADsnAnEventThatFitsNoRuleGoesNowhere() {
    try (Whence whence = builder().build()) {
      capture(whence, "a", "worker");
      capture(whence, "b", "backend");
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(messages(worker)).containsExactly("a");
      assertThat(backend.eventCount() + stub.eventCount()).isZero();
      assertLane(whence.health().lanes().get(0), "sentry-project-2", 1, 1);
      assertLane(whence.health().lanes().get(1), "sentry-project-3", 0, 2);
    }
  }
}
