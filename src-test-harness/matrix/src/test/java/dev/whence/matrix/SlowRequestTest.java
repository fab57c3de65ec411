package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.event.Level;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are events because they are late; here all are, since the limit is 0 ms. */
class SlowRequestTest extends MatrixTest {
  SlowRequestTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void everyRequestIsSlow() {
    whence.rebuild(builder ->
        builder.set(Keys.SLOW_REQUEST, "0ms").set(Keys.UNTRACED_PATHS, "/echo/*,/async-fine"));
  }

  @ParameterizedTest
  @CsvSource({"/hello, GET /hello", "/redirect, GET /redirect", "/not-found, GET /not-found"})
  void aSlowAnswerIsOneWarningAndTheClientSeesNothingOfIt(String path, String route) {
    RawAnswer answer = deployScenarios().get(path);

    assertThat(answer.status()).isBetween(200, 404);
    assertThatEvent(event())
        .hasNoException()
        .hasLevel(Level.WARNING)
        .hasMessage(route + " took longer than 0 ms")
        .hasTag("slow", "true")
        .hasStatus(answer.status())
        .hasRequestId(answer.header("X-Request-ID"));
  }

  @Test
  void anAsynchronousOneIsMeasuredToItsEnd() {
    deployScenarios().get("/async-complete");

    assertStory("GET /async-complete", 500).hasNoException().hasNoTag("slow");
  }

  @Test
  void onAPathThatIsNotMeasuredOnlyErrorsCount() {
    deployScenarios().get("/echo");
    http().get("/async-fine");
    http().get("/runtime");

    assertStory("GET /runtime", 500).hasNoTag("slow");
  }
}
