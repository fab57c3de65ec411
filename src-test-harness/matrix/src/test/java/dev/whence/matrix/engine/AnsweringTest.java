package dev.whence.matrix.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes, and what does not, where Whence answers for failures that nobody else does. */
@Tag("engines")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnsweringTest {
  private static final Set<String> UNANSWERED = Set.of(
      "runtime exception",
      "checked exception",
      "Error",
      "a locator's resource throws",
      "request filter throws",
      "reader throws",
      "AsyncResponse: resumed with an exception by a wrapped task",
      "AsyncResponse: resumed with an exception by another thread",
      "CompletionStage: failed");

  private static final Set<String> ANSWERED = Set.of(
      "a method answers",
      "OPTIONS",
      "nothing matches",
      "nothing matches below a resource",
      "wrong method",
      "wrong Accept",
      "wrong Content-Type",
      "query parameter that is no number",
      "malformed entity",
      "NotFoundException",
      "WebApplicationException 302",
      "WebApplicationException 409",
      "WebApplicationException 409 with an entity",
      "WebApplicationException 503",
      "WebApplicationException 503 with an entity",
      "mapper to 409",
      "mapper to 500",
      "Response 500 returned",
      "request filter aborts with 401");

  private final Combination combination = Combination.ofThisRun();
  private Map<Behaviour, RawAnswer> plain = Map.of();
  private Map<Behaviour, Outcome> answered = Map.of();

  static List<Behaviour> unanswered() {
    return named(UNANSWERED);
  }

  static List<Behaviour> answered() {
    return named(ANSWERED);
  }

  private static List<Behaviour> named(Set<String> names) {
    List<Behaviour> found =
        Behaviours.all().stream().filter(b -> names.contains(b.name())).toList();
    assertThat(found).hasSameSizeAs(names);
    return found;
  }

  @BeforeAll
  void runTheApplicationWithoutWhenceAndWithItsAnswers() {
    QuietEngines.ensure();
    Run run = new Run(combination);
    plain = run.plain(answered());
    answered = new LinkedHashMap<>(run.answered(answered()));
    answered.putAll(run.answered(unanswered()));
  }

  private Outcome outcome(Behaviour behaviour) {
    return Objects.requireNonNull(answered.get(behaviour));
  }

  @ParameterizedTest
  @MethodSource("unanswered")
  void aFailureThatNobodyAnswersIsOneEventThatTheAnswerNames(Behaviour behaviour) {
    Assumptions.assumeTrue(
        combination.host() != Host.JDK || !behaviour.path().matches("/(async|stages)/.*"),
        "this server cannot suspend requests");
    RawAnswer answer = outcome(behaviour).raw();
    List<RecordedEvent> events = outcome(behaviour).recorded();

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(events).hasSize(1);
    assertThat(outcome(behaviour).events()).isEqualTo(behaviour.events());
    assertThat(answer.header("X-Event-ID")).isEqualTo(events.get(0).eventId());
    assertThat(answer.header("X-Request-ID")).isEqualTo(behaviour.requestId());
    assertThat(answer.body())
        .contains("\"eventId\":\"" + events.get(0).eventId() + '"')
        .contains("\"requestId\":\"" + behaviour.requestId() + '"')
        .doesNotContain("Exception", "org.example");
  }

  @ParameterizedTest
  @MethodSource("answered")
  void anAnswerOfTheApplicationOrTheEngineStaysAsItWas(Behaviour behaviour) {
    assertThat(outcome(behaviour).answer())
        .isEqualTo(Answer.of(Objects.requireNonNull(plain.get(behaviour))));
  }
}
