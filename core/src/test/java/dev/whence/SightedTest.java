package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of failures that somebody may yet turn into an answer. */
class SightedTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final KeepingReporter reporter = new KeepingReporter();
  private Whence whence = build(Whence.builder());
  private RequestScope scope = whence.open("r-1");

  private Whence build(WhenceBuilder builder) {
    return builder
        .environmentVariables(Map.of())
        .environment("test")
        .reporter(reporter)
        .build();
  }

  private void rebuild(WhenceBuilder builder) {
    whence.close();
    whence = build(builder);
    scope = whence.open("r-1");
  }

  private List<JsonNode> eventsOf(int status) {
    scope.finish(StubFacts.answered(status));
    assertThat(whence.flush(LONG)).isTrue();
    return reporter.events();
  }

  private static Runnable failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private static JsonNode thrown(JsonNode event) {
    JsonNode values = event.at("/exception/values");
    return values.get(values.size() - 1);
  }

  @AfterEach
  void closeAndCheckTheSums() {
    whence.close();
    var health = whence.health();
    long refused = health.refused().values().stream().mapToLong(Long::longValue).sum();
    assertThat(health.captured()).isEqualTo(refused + health.inbox() + health.recorded());
  }

  @ParameterizedTest
  @CsvSource({"200", "302", "404", "499"})
  void answeredBelow500ItIsNoEventAndNothingIsCounted(int status) {
    scope.sighted(new IllegalStateException("x"), "jaxrs");
    scope.answered(status);

    assertThat(eventsOf(status)).isEmpty();
    assertThat(whence.health().captured()).isZero();
  }

  @Test
  void answeredBelow500ItIsABreadcrumbForOtherEvents() {
    scope.sighted(new IllegalStateException("secret"), "jaxrs");
    scope.answered(409);
    scope.fail(new IOException("other"), "servlet", null);

    JsonNode crumb = eventsOf(500).get(0).at("/breadcrumbs/values/0");

    assertThat(crumb.at("/message").asText())
        .isEqualTo("java.lang.IllegalStateException answered with 409");
    assertThat(crumb.at("/category").asText()).isEqualTo("jaxrs");
    assertThat(crumb.at("/data/status").asInt()).isEqualTo(409);
  }

  @Test
  void answeredFrom500OnItIsAnErrorThatTheApplicationHandled() {
    scope.sighted(new IllegalStateException("x"), "jaxrs");
    scope.answered(503);

    JsonNode event = eventsOf(503).get(0);

    assertThat(event.at("/level").asText()).isEqualTo("error");
    assertThat(thrown(event).at("/mechanism/type").asText()).isEqualTo("jaxrs");
    assertThat(thrown(event).at("/mechanism/handled").asBoolean()).isTrue();
  }

  @Test
  void answeredWithAStatusOfTheSettingItIsAWarning() {
    rebuild(Whence.builder().set(Keys.CAPTURE_STATUS, "404,500-599"));
    scope.sighted(new IllegalStateException("x"), "jaxrs");
    scope.answered(404);

    List<JsonNode> events = eventsOf(404);

    assertThat(events).hasSize(1);
    assertThat(events.get(0).at("/level").asText()).isEqualTo("warning");
    assertThat(thrown(events.get(0)).at("/type").asText()).isEqualTo("IllegalStateException");
  }

  @Test
  void answeredByNobodyItIsAnUnhandledError() {
    scope.sighted(new IllegalStateException("x"), "jaxrs");

    JsonNode event = eventsOf(500).get(0);

    assertThat(thrown(event).at("/mechanism/handled").asBoolean()).isFalse();
  }

  @Test
  void theIdIsKnownOnceItIsAnswered() {
    scope.sighted(new IllegalStateException("x"), "jaxrs");
    assertThat(scope.eventId()).isEmpty();

    scope.answered(500);

    Optional<EventId> id = scope.eventId();
    assertThat(id).isPresent();
    assertThat(eventsOf(500).get(0).at("/event_id").asText()).isEqualTo(id.get().toString());
  }

  @Test
  void capturedByHandItIsAnEventWhateverTheAnswer() {
    IllegalStateException failure = new IllegalStateException("x");
    scope.sighted(failure, "jaxrs");
    try (ScopeEntry entry = scope.enter()) {
      assertThat(whence.capture(failure)).isPresent();
    }
    scope.answered(404);

    assertThat(eventsOf(404)).hasSize(1);
  }

  @Test
  void sightedAfterItWasCapturedByHandItStaysAnEvent() {
    IllegalStateException failure = new IllegalStateException("x");
    try (ScopeEntry entry = scope.enter()) {
      whence.capture(failure);
    }
    scope.sighted(failure, "jaxrs");
    scope.answered(404);

    List<JsonNode> events = eventsOf(404);

    assertThat(events).hasSize(1);
    assertThat(thrown(events.get(0)).at("/mechanism/handled").asBoolean()).isTrue();
  }

  @Test
  void whatEscapedATaskIsAnsweredLikeAnythingElse() {
    IllegalStateException failure = new IllegalStateException("x");
    Runnable task;
    try (ScopeEntry entry = scope.enter()) {
      task = whence.wrap(failing(failure));
    }
    try {
      task.run();
    } catch (IllegalStateException e) {
      scope.sighted(e, "jaxrs");
    }
    scope.answered(404);

    assertThat(eventsOf(404)).isEmpty();
  }

  @Test
  void whatEscapedATaskThatNobodyWaitedForIsAnEvent() {
    try (ScopeEntry entry = scope.enter()) {
      whence.wrap(failing(new IllegalStateException("x"))).run();
    } catch (IllegalStateException e) {
      scope.breadcrumb("task", "failed", Level.INFO);
    }

    assertThat(eventsOf(200)).hasSize(1);
  }

  @Test
  void whatContainersWrapAroundItDoesNotHideWhatWasThrown() {
    IOException failure = new IOException("x");
    scope.sighted(failure, "jaxrs");
    scope.fail(new UncheckedIOException(failure), "servlet", null);

    JsonNode event = eventsOf(500).get(0);

    assertThat(event.at("/exception/values")).hasSize(1);
    assertThat(thrown(event).at("/type").asText()).isEqualTo("IOException");
    assertThat(thrown(event).at("/mechanism/type").asText()).isEqualTo("jaxrs");
    assertThat(thrown(event).at("/mechanism/handled").asBoolean()).isFalse();
  }

  @Test
  void twoFailuresKeepTheirOrder() {
    scope.sighted(new IllegalStateException("first"), "jaxrs");
    scope.fail(new IOException("second"), "servlet", null);
    scope.answered(500);

    List<JsonNode> events = eventsOf(500);

    assertThat(events).hasSize(2);
    assertThat(thrown(events.get(0)).at("/value").asText()).isEqualTo("first");
  }

  @Test
  void aSlowRequestIsAnEventThoughItsFailureIsNone() {
    rebuild(Whence.builder().set(Keys.SLOW_REQUEST, "1ms"));
    scope.sighted(new IllegalStateException("x"), "jaxrs");
    scope.answered(404);
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < 2_000_000) {
      Thread.onSpinWait();
    }

    List<JsonNode> events = eventsOf(404);

    assertThat(events).hasSize(1);
    assertThat(events.get(0).at("/logentry/formatted").asText()).contains("took longer");
  }

  @Test
  void capturedByHandWhileItIsMappedItIsHandled() {
    IllegalStateException failure = new IllegalStateException("x");
    scope.sighted(failure, "jaxrs");
    try (ScopeEntry entry = scope.enter()) {
      whence.capture(failure);
    }
    scope.answered(409);

    assertThat(thrown(eventsOf(409).get(0)).at("/mechanism/handled").asBoolean())
        .isTrue();
  }

  @Test
  void sightedAndFailedAfterTheEndItIsOneEvent() {
    scope.finish(StubFacts.answered(200));
    IllegalStateException failure = new IllegalStateException("late");
    scope.sighted(failure, "jaxrs");
    scope.fail(failure, "jaxrs", null);
    scope.fail(failure, "servlet", null);

    assertThat(whence.flush(LONG)).isTrue();
    assertThat(reporter.events()).hasSize(1);
  }

  @Test
  void sightedAfterTheEndAndAnsweredByNobodyItIsAnEvent() {
    scope.finish(StubFacts.answered(200));
    scope.sighted(new IllegalStateException("late"), "jaxrs");
    scope.unanswered();
    scope.unanswered();

    assertThat(whence.flush(LONG)).isTrue();
    assertThat(reporter.events()).hasSize(1);
  }

  @Test
  void whatIsStillToBeAnsweredWaitsForTheEnd() {
    scope.sighted(new IllegalStateException("x"), "jaxrs");
    scope.unanswered();
    scope.answered(404);

    assertThat(eventsOf(404)).isEmpty();
  }

  @Test
  void eachFailureAfterTheEndIsAnEventAndNothingGrows() {
    scope.finish(StubFacts.answered(200));
    for (int i = 0; i < 20; i++) {
      scope.fail(new IllegalStateException("late " + i), "task", null);
    }

    assertThat(whence.flush(LONG)).isTrue();
    assertThat(reporter.events()).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({"404, 0", "503, 1"})
  void answeredAfterTheEndItIsJudgedAsBefore(int status, int events) {
    scope.finish(StubFacts.answered(200));
    scope.sighted(new IllegalStateException("late"), "jaxrs");
    scope.answered(status);

    assertThat(whence.flush(LONG)).isTrue();
    assertThat(reporter.events()).hasSize(events);
  }
}
