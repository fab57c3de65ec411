package dev.whence.delivery.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private final Circuit circuit =
      new Circuit(Duration.ofMillis(500), Duration.ofSeconds(60), StubPace.frozen());

  @Test
  void opensAtTheThirdFailureInARowAndClosesWithASuccess() {
    Duration unused = circuit.failed();
    unused = circuit.failed();
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.limit(100)).isEqualTo(100);

    unused = circuit.failed();
    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.limit(100)).isEqualTo(1);

    circuit.worked();
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.limit(100)).isEqualTo(100);
  }

  @Test
  void shortensTheWaitsAfterASuccess() {
    Duration unused = circuit.failed();
    unused = circuit.failed();
    circuit.worked();

    assertThat(circuit.failed()).hasMillis(500);
  }

  @Test
  void keepsTheWaitsLongForADestinationThatFailsAgainAndAgain() {
    for (int flap = 0; flap < 20; flap++) {
      Duration unused = circuit.failed();
      circuit.worked();
    }

    assertThat(circuit.failed()).isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void givesTheShortWaitsBackToOneThatWorksForAWhile() {
    for (int failure = 0; failure < 20; failure++) {
      Duration unused = circuit.failed();
    }
    for (int success = 0; success < 5; success++) {
      circuit.worked();
    }

    assertThat(circuit.failed()).hasMillis(500);
  }
}
