package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request takes as long as 0 ms, and none an hour: so no test has to wait. */
class SlowRequestTest {
  private final KeepingReporter reporter = new KeepingReporter();
  private Whence whence = build(Whence.builder().set(Keys.SLOW_REQUEST, "0ms"));

  private Whence build(WhenceBuilder builder) {
    return builder.environmentVariables(Map.of()).reporter(reporter).build();
  }

  private void rebuild(WhenceBuilder builder) {
    whence.close();
    whence = build(builder);
  }

  private List<JsonNode> events() {
    assertThat(whence.flush(Duration.ofSeconds(30))).isTrue();
    return reporter.events();
  }

  @AfterEach
  void close() {
    whence.close();
  }

  private void answer(int status) {
    RequestScope scope = whence.open("r-1");
    if (!scope.finishQuietly(status)) {
      scope.finish(StubFacts.answered(status));
    }
  }

  @Test
  void isAWarningThatNamesTheRouteAndTheLimit() {
    answer(200);

    JsonNode event = events().get(0);
    assertThat(event.at("/logentry/formatted").asText())
        .isEqualTo("GET /stub/* took longer than 0 ms");
    assertThat(event.at("/level").asText()).isEqualTo("warning");
    assertThat(event.at("/tags/slow").asText()).isEqualTo("true");
    assertThat(event.at("/contexts/response/status_code").asInt()).isEqualTo(200);
    assertThat(event.at("/contexts/whence/duration_ms").asDouble()).isPositive();
  }

  @Test
  void isNoneBelowTheLimitAndNoneWithoutOne() {
    rebuild(Whence.builder().set(Keys.SLOW_REQUEST, "1h"));
    answer(200);
    rebuild(Whence.builder());
    answer(200);

    assertThat(events()).isEmpty();
  }

  @Test
  void isNoSecondEventBesideAFailureOrAStatus() {
    RequestScope scope = whence.open("r-1");
    scope.fail(new IllegalStateException("x"), "servlet", null);
    scope.finish(StubFacts.answered(200));
    answer(500);

    assertThat(events()).hasSize(2).allMatch(event -> event.at("/tags/slow").isMissingNode());
  }

  @Test
  void isNoneForAConnectionThatChangedItsProtocol() {
    answer(101);

    assertThat(events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stub/7", "/stub/*", "*.x,/a,/stub/*"})
  void isNoneOnAPathThatIsNotMeasuredWhoseErrorsStillCount(String paths) {
    rebuild(Whence.builder().set(Keys.SLOW_REQUEST, "0ms").set(Keys.UNTRACED_PATHS, paths));
    answer(200);
    answer(503);

    assertThat(events()).extracting(event -> event.at("/level").asText()).containsExactly("error");
  }
}
