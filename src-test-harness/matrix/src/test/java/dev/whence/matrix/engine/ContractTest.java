package dev.whence.matrix.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import java.io.IOException;
import java.util.Collections;
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
  private Map<Behaviour, RawAnswer> plain = Map.of();
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
    return Answer.of(Objects.requireNonNull(plain.get(behaviour)));
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

  /** Some hosts make a page of their own, without headers, for an exception that escapes. */
  private boolean isHostsOwnPage(RawAnswer answer) {
    return answer.status() >= 500
        && combination.host() != Host.JETTY
        && combination.host() != Host.TOMCAT;
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void theAnswerBearsTheIdOfItsRequest(Behaviour behaviour) {
    RawAnswer answer = watched(behaviour).raw();
    String id = answer.header("X-Request-ID");

    if (!id.isEmpty() || !isHostsOwnPage(answer)) {
      assertThat(id).isEqualTo(behaviour.requestId());
    }
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void theAnswerBearsTheIdOfAnEventOfItsRequestOrNone(Behaviour behaviour) {
    String id = watched(behaviour).raw().header("X-Event-ID");

    boolean isForSure = behaviour.name().startsWith("captured by hand") && behaviour.status() < 500;
    if (!id.isEmpty() || isForSure) {
      assertThat(watched(behaviour).recorded())
          .extracting(RecordedEvent::eventId)
          .contains(id);
    }
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

  @Test
  void theClassPathHasThisContainerAndNoOther() throws Exception {
    assertThat(copies("org.eclipse.jetty.server.Server")).isEqualTo(onlyOn(Host.JETTY));
    assertThat(copies("org.apache.catalina.startup.Tomcat")).isEqualTo(onlyOn(Host.TOMCAT));
    assertThat(copies("io.undertow.Undertow")).isEqualTo(onlyOn(Host.UNDERTOW));
    assertThat(copies("jakarta.ws.rs.core.Application")).isOne();
  }

  private int onlyOn(Host host) {
    return combination.host() == host ? 1 : 0;
  }

  private static int copies(String type) throws IOException {
    String name = type.replace('.', '/') + ".class";
    return Collections.list(ContractTest.class.getClassLoader().getResources(name))
        .size();
  }
}
