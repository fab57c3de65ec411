package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.junit.EventAssert;
import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.example.scenarios.ScenarioServlet;
import org.junit.jupiter.api.Test;

/** Requests that end after their dispatch, in whatever way the container tells of it. */
class CapturedAsyncTest extends MatrixTest {
  CapturedAsyncTest(Engine engine) {
    super(engine);
  }

  @Test
  void aRequestCompletedWith500IsAnEvent() {
    RawAnswer answer = deployScenarios().get("/async-complete");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /async-complete", 500)
        .hasNoException()
        .hasRequestId(answer.header("X-Request-ID"));
    assertThat(answer.header("X-Event-ID")).isEqualTo(on("", event().eventId()));
  }

  @Test
  void aDispatchToAFailingServletIsAnEventWithItsChain() {
    RawAnswer answer = deployScenarios().get("/async-dispatch");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("X-Event-ID")).isEqualTo(event().eventId());
    assertStory("GET /async-dispatch", 500)
        .hasException(IllegalStateException.class)
        .causedBy(UncheckedIOException.class)
        .causedBy(IOException.class);
  }

  @Test
  void aTimeoutIsAnEventThatSaysSo() {
    RawAnswer answer = deployScenarios().get("/async-timeout");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /async-timeout", 500)
        .hasNoException()
        .hasTag("async", "timeout")
        .hasRequestId(answer.header("X-Request-ID"));
    assertThat(answer.headers("X-Event-ID")).isEmpty();
  }

  @Test
  void aFailureInAWrappedTaskIsAnEventWithItsException() {
    RawAnswer answer = deployScenarios().get("/async-wrapped");

    assertThat(answer.status()).isEqualTo(500);
    assertStory("GET /async-wrapped", 500)
        .hasException(IllegalStateException.class)
        .withMessage("in a wrapped task");
  }

  private RawHttp deployStarting(Observer outermost, AsyncFailure failure) {
    return deploy(Application.atRoot()
        .filter(outermost)
        .filter(new WhenceFilter(whence.whence()))
        .servlet(
            new ScenarioServlet((request, response) -> failure.start(request, outermost)),
            "/async-start"));
  }

  /** Starts a task that fails. */
  private interface AsyncFailure {
    void start(HttpServletRequest request, Observer outermost);
  }

  /** Containers keep such a failure to themselves, mostly or always; the timeout then tells. */
  @Test
  void aFailureInAsyncContextStartIsOneEvent() {
    RawHttp http = deployStarting(new Observer(), (request, outermost) -> {
      AsyncContext context = request.startAsync();
      context.setTimeout(200);
      context.start(() -> {
        outermost.awaitEnded(1, LONG);
        throw new IllegalStateException("in start");
      });
    });

    http.get("/async-start");

    assertStory("GET /async-start", 500);
    assertThat(event().exceptionTypes())
        .isIn(List.of(), List.of(IllegalStateException.class.getName()));
  }

  @Test
  void aFailureInAsyncContextStartIsOneEventEvenBeforeTheDispatchHasReturned() {
    RawHttp http = deployStarting(new Observer(), (request, outermost) -> {
      AsyncContext context = request.startAsync();
      context.setTimeout(200);
      context.start(() -> {
        throw new IllegalStateException("in start");
      });
      while (engine() == Engine.TOMCAT
          && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null) {
        Thread.onSpinWait(); // until the container knows
      }
    });

    http.get("/async-start");

    assertStory("GET /async-start", 500);
  }

  /** Tomcat leaves this client without an answer, with or without a filter. */
  @Test
  void aThrowAfterStartAsyncIsOneEvent() {
    RawAnswer answer = deployScenarios().get("/async-throw");

    assertThat(answer.status()).isEqualTo(on(500, 0));
    assertStory("GET /async-throw", 500)
        .hasException(IllegalStateException.class)
        .withMessage("after startAsync");
  }

  /** Jetty tells the listener of the stream alone, Tomcat whoever listens to the request. */
  @Test
  void aFailingReadListenerIsOneEvent() {
    RawAnswer answer = deployScenarios().post("/async-read", "abc");

    assertThat(answer.status()).isEqualTo(on(500, 0));
    EventAssert event = assertStory("POST /async-read", 500);
    on(
        () -> event.hasNoException().hasTag("async", "timeout"),
        () -> event.hasException(IllegalStateException.class).withMessage("in a read listener"));
  }

  @Test
  void theNextRequestOnTheSameThreadsStartsAfresh() {
    deployScenarios().get("/async-dispatch");
    for (int i = 0; i < 20; i++) {
      http().get("/hello");
    }
    http().get("/runtime");

    List<RecordedEvent> events = events(2);

    assertStory(events.get(1), "GET /runtime", 500);
    assertThat(events.get(0).requestId()).isNotEqualTo(events.get(1).requestId());
  }
}
