package dev.whence.matrix.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.example.contract.ContractApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract, on the engine and the container of this run. */
@Tag("engines")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final String SERVICES = "META-INF/services/jakarta.ws.rs.core.Feature";

  private final Combination combination = Combination.ofThisRun();
  private Map<Behaviour, Answer> plain = Map.of();
  private Map<Behaviour, Outcome> watched = Map.of();

  static List<Behaviour> behaviours() {
    return Behaviours.all();
  }

  @BeforeAll
  void runTheApplicationWithoutWhenceAndWithIt() {
    QuietEngines.ensure();
    Run run = new Run(combination);
    plain = run.plain(behaviours());
    watched = run.watched(behaviours());
  }

  private Answer plain(Behaviour behaviour) {
    return Objects.requireNonNull(plain.get(behaviour));
  }

  private Outcome watched(Behaviour behaviour) {
    return Objects.requireNonNull(watched.get(behaviour));
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void theAnswerIsTheSameWithoutWhenceAndWithIt(Behaviour behaviour) {
    assertThat(watched(behaviour).answer()).isEqualTo(plain(behaviour));
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void theAnswerIsThatOfTheContractButForWhatIsDeclared(Behaviour behaviour) {
    assertThat(plain(behaviour).status())
        .as("status on %s", combination)
        .isEqualTo(Deviations.expected(behaviour, combination).status());
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void theEventsAreThoseOfTheContractButForWhatIsDeclared(Behaviour behaviour) {
    assertThat(watched(behaviour).events())
        .as("events on %s", combination)
        .containsExactlyInAnyOrderElementsOf(
            Deviations.expected(behaviour, combination).events());
  }

  @Test
  void withoutWhenceTheEngineCannotFindIt() throws Exception {
    try (PlainLoader loader = new PlainLoader()) {
      assertThat(getClass().getClassLoader().getResource(SERVICES)).isNotNull();
      assertThat(loader.getResource(SERVICES)).isNull();
      assertThat(loader.loadClass(ContractApplication.class.getName()).getClassLoader())
          .isSameAs(loader);
    }
  }
}
