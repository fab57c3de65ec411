package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Level;
import dev.whence.junit.EventAssert;
import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Engine;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.example.scenarios.DoomedFailure;
import org.example.scenarios.ScenarioServlet;
import org.example.scenarios.ShownFailure;
import org.junit.jupiter.api.Test;

/** What escapes the application on the request's own thread. */
class CapturedFailuresTest extends MatrixTest {
  CapturedFailuresTest(Engine engine) {
    super(engine);
  }

  /** Checks that the answer names the event and the request. */
  private EventAssert assertNamed(RawAnswer answer, RecordedEvent event) {
    assertThat(answer.header("X-Event-ID")).isEqualTo(event.eventId());
    return assertThatEvent(event).hasRequestId(answer.header("X-Request-ID"));
  }

  /** Begins at what the servlet threw, which Tomcat wraps unless it is an exception of its API. */
  private EventAssert assertThrown(EventAssert event, Class<? extends Throwable> type) {
    return on(
        () -> event.hasException(type),
        () -> event.hasException(ServletException.class).causedBy(type));
  }

  @Test
  void aRuntimeExceptionIsAnEventWithItsWholeChain() {
    RawAnswer answer = deployScenarios().get("/runtime");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /runtime", 500)
        .hasException(IllegalStateException.class)
        .withMessage("no such order")
        .causedBy(UncheckedIOException.class)
        .causedBy(IOException.class)
        .withMessage("disk is full")
        .withoutCause()
        .isUnhandled()
        .hasLevel(Level.ERROR);
    assertNamed(answer, event());
  }

  @Test
  void theFrameThatThrewIsOneOfTheApplication() {
    deployScenarios().get("/runtime");

    RecordedEvent event = event();

    assertThat(event.exceptions().get(0).functions().get(0))
        .isEqualTo("org.example.scenarios.Failures.runtime");
    assertThat(event.at("/exception/values/0/stacktrace/frames/0/in_app")).isEqualTo("true");
  }

  @Test
  void aServletExceptionBringsItsRootCause() {
    RawAnswer answer = deployScenarios().get("/servlet-exception");

    assertStory("GET /servlet-exception", answer.status())
        .hasException(ServletException.class)
        .withMessage("wrapped")
        .causedBy(IllegalArgumentException.class)
        .withMessage("root");
    assertNamed(answer, event());
  }

  @Test
  void anErrorIsCaptured() {
    RawAnswer answer = deployScenarios().get("/assertion");

    assertThrown(assertStory("GET /assertion", answer.status()), AssertionError.class)
        .withMessage("cannot be");
    assertNamed(answer, event());
  }

  @Test
  void aStackOverflowIsCapturedAndSaysThatTheJvmCutIt() {
    RawAnswer answer = deployScenarios().get("/stack-overflow");

    assertThrown(assertStory("GET /stack-overflow", answer.status()), StackOverflowError.class);
    assertThat(event().at("/exception/values/0/mechanism/data/cut_by_jvm")).isEqualTo("true");
    assertNamed(answer, event());
  }

  @Test
  void aCheckedExceptionThatNobodyDeclaredIsCaptured() {
    RawAnswer answer = deployScenarios().get("/checked");

    assertThrown(assertStory("GET /checked", answer.status()), TimeoutException.class)
        .withMessage("warehouse is slow");
    assertNamed(answer, event());
  }

  @Test
  void anUnavailableServletIsAnEventOnTomcatWithTheExceptionOnJettyWithoutIt() {
    RawAnswer answer = deployScenarios().get("/unavailable");

    EventAssert event = assertStory("GET /unavailable", answer.status());

    on(
        () -> event.hasNoException().hasMessage("answered 503 to GET /unavailable"),
        () -> event.hasException(UnavailableException.class));
  }

  @Test
  void anExceptionOfALaterFilterIsCaptured() {
    RawAnswer answer = deployScenarios().get("/filtered");

    assertNamed(answer, event())
        .hasRoute("GET /filtered")
        .hasStatus(500)
        .hasException(IllegalStateException.class)
        .withMessage("in a filter");
  }

  @Test
  void anExceptionOfAnIncludedResourceIsOneEventOfTheRequest() {
    RawAnswer answer = deployScenarios().get("/include");

    assertStory("GET /include", answer.status()).hasException(IllegalStateException.class);
    assertNamed(answer, event());
  }

  @Test
  void anExceptionOfAForwardedResourceIsOneEventOfTheRequest() {
    RawAnswer answer = deployScenarios().get("/forward");

    assertStory("GET /forward", answer.status()).hasException(IllegalStateException.class);
    assertNamed(answer, event());
  }

  @Test
  void anExceptionAfterCommitIsAnEventWithTheStatusThatWasSent() {
    RawAnswer answer = deployScenarios().get("/committed");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers("X-Event-ID")).as("too late for a header").isEmpty();
    assertStory("GET /committed", 200)
        .hasException(IllegalStateException.class)
        .withMessage("after commit")
        .hasRequestId(answer.header("X-Request-ID"));
  }

  @Test
  void anExceptionWithAnErrorPageIsOneEvent() {
    RawAnswer answer = deployScenarios().get("/shown");

    assertThat(answer.body()).contains("Something went wrong.");
    assertStory("GET /shown", 500).hasException(ShownFailure.class).withoutCause();
    assertNamed(answer, event());
  }

  @Test
  void anErrorPageThatFailsIsASecondEventOfTheSameRequest() {
    RawAnswer answer = deployScenarios().get("/doomed");

    List<RecordedEvent> both = events(2);

    assertNamed(answer, both.get(0)).hasException(DoomedFailure.class);
    assertStory(both.get(0), "GET /doomed", 500);
    assertThatEvent(both.get(1))
        .hasException(UnsupportedOperationException.class)
        .withMessage("the error page fails too")
        .hasRequestId(answer.header("X-Request-ID"));
  }

  @Test
  void theEventOfAFailingErrorPageKnowsItsRequestToo() {
    deployScenarios().get("/doomed");

    RecordedEvent second = events(2).get(1);

    assertThat(second.at("/request/url")).endsWith("/doomed");
    assertThatEvent(second).hasStatus(500).hasUser(ScenarioServlet.USER);
  }
}
