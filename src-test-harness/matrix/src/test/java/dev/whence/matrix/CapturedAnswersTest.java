package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.event.Level;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are events by their status alone. */
class CapturedAnswersTest extends MatrixTest {
  CapturedAnswersTest(Engine engine) {
    super(engine);
  }

  @Test
  void sendErrorIsAnEventWithoutAnException() {
    RawAnswer answer = deployScenarios().get("/send-error");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers("X-Event-ID")).as("sendError shuts the answer").isEmpty();
    assertStory("GET /send-error", 500)
        .hasNoException()
        .hasMessage("answered 500 to GET /send-error")
        .hasLevel(Level.ERROR)
        .hasRequestId(answer.header("X-Request-ID"));
  }

  @Test
  void sendErrorWithAnErrorPageIsOneEvent() {
    RawAnswer answer = deploy(ScenarioApplication.behind(new WhenceFilter(whence.whence()))
            .errorPage(500, "/error-page"))
        .get("/send-error");

    assertThat(answer.body()).contains("Something went wrong.");
    assertStory("GET /send-error", 500).hasNoException();
  }

  @Test
  void aStatusSetIsAnEventThatTheAnswerNames() {
    RawAnswer answer = deployScenarios().get("/set-status");

    assertThat(answer.status()).isEqualTo(503);
    assertStory("GET /set-status", 503).hasNoException();
    assertThat(answer.header("X-Event-ID")).isEqualTo(event().eventId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/hello", "/not-found", "/not-modified", "/redirect", "/async-fine", "/nowhere"})
  void anAnswerBelow500IsNoEvent(String path) {
    RawAnswer answer = deployScenarios().get(path);

    assertThat(answer.status()).isBetween(200, 499);
    assertThat(answer.headers("X-Event-ID")).isEmpty();
    assertThat(whence.whence().health().captured()).isZero();
  }

  @Test
  void aStatusThatIsAskedForIsAWarning() {
    whence.rebuild(builder -> builder.set(Keys.CAPTURE_STATUS, "404"));

    deployScenarios().get("/not-found");
    http().get("/set-status");

    assertStory("GET /not-found", 404).hasNoException().hasLevel(Level.WARNING);
  }

  @Test
  void anIgnoredPathIsLeftAlone() {
    whence.rebuild(builder -> builder.set(Keys.IGNORED_PATHS, "/runtime"));

    RawAnswer answer = deployScenarios().get("/runtime");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers("X-Request-ID")).isEmpty();
    assertThat(whence.whence().health().captured()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/shown", "/forward", "/async-dispatch"})
  void anIgnoredPathStaysIgnoredWhereItIsDispatchedTo(String path) {
    whence.rebuild(builder -> builder.set(Keys.IGNORED_PATHS, path));

    RawAnswer answer = deployScenarios().get(path);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers("X-Request-ID")).isEmpty();
    assertThat(whence.whence().health().captured()).isZero();
  }

  @Test
  void whoDoesNotWantToBeTrackedStaysAnonymous() {
    whence.rebuild(builder -> builder.set(Keys.CONSENT_SIGNALS, "gpc,dnt"));

    deployScenarios().get("/runtime", "Sec-GPC: 1", "Cookie: sid=1", "X-Forwarded-For: 192.0.2.7");

    assertThatEvent(event()).hasRoute("GET /runtime").mentionsNowhere("sid");
    assertThat(event().json().at("/user").isMissingNode()).isTrue();
    assertThat(event().json().at("/request/env").isMissingNode()).isTrue();
  }
}
