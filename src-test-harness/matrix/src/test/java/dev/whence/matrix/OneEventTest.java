package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import org.example.scenarios.ScenarioServlet;
import org.example.scenarios.ShownFailure;
import org.junit.jupiter.api.Test;

/** One failure, one event, however often it is seen; two failures, two. */
class OneEventTest extends MatrixTest {
  OneEventTest(Engine engine) {
    super(engine);
  }

  @Test
  void capturedThrownAndShownOnAnErrorPageIsOneEvent() {
    RawAnswer answer = deployScenarios().get("/captured");

    assertThat(answer.body()).contains("Something went wrong.");
    assertThat(answer.header("X-Event-ID")).isEqualTo(event().eventId());
    assertStory("GET /captured", 500)
        .hasException(ServletException.class)
        .causedBy(ShownFailure.class)
        .withMessage("seen three times")
        .isUnhandled()
        .hasTag("operation", "pay");
  }

  @Test
  void oneExceptionThrownInFiveRequestsIsFiveEvents() {
    deployScenarios();
    List<String> ids = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      ids.add(http().get("/preallocated").header("X-Event-ID"));
    }

    assertThat(events(5)).extracting(RecordedEvent::eventId).containsExactlyElementsOf(ids);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(events(5)).extracting(RecordedEvent::requestId).doesNotHaveDuplicates();
  }

  @Test
  void aCyclicCauseChainIsOneEvent() {
    RawAnswer answer = deployScenarios().get("/cyclic");

    assertThat(answer.body()).contains("captured");
    assertStory("GET /cyclic", 200)
        .hasException(IllegalStateException.class)
        .causedBy(IllegalArgumentException.class)
        .withoutCause()
        .isHandled();
  }

  @Test
  void twoFilterInstancesWithOneWhenceAreOneEventAndOneHeader() {
    RawAnswer answer = deploy(ScenarioApplication.behind(
            new WhenceFilter(whence.whence()), new WhenceFilter(whence.whence())))
        .get("/runtime");

    assertThat(answer.headers("X-Request-ID")).hasSize(1);
    assertStory("GET /runtime", 500).hasException(IllegalStateException.class);
  }

  @Test
  void twoFailuresOfOneRequestAreTwoEvents() {
    deploy(ScenarioApplication.behind(new WhenceFilter(whence.whence()))
            .servlet(
                new ScenarioServlet((request, response) -> {
                  whence.whence().capture(new IllegalArgumentException("first"));
                  throw new IllegalStateException("second");
                }),
                "/two"))
        .get("/two");

    List<RecordedEvent> both = events(2);

    assertThatEvent(both.get(0)).hasException(IllegalArgumentException.class).isHandled();
    assertThatEvent(both.get(1)).hasException(IllegalStateException.class).isUnhandled();
    both.forEach(event -> assertStory(event, "GET /two", 500));
  }
}
