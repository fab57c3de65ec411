package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitTest extends DeliveryHarness {
  private final Circuit circuit = new Circuit(terms(AT_ONCE, StubPace.frozen()));

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

  @Test
  void probesWithSingleRecordsAndShowsThatItDoes() throws Exception {
    RecordingReporter reporter = new RecordingReporter("recording");
    for (int failure = 1; failure <= 4; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    StubPace pace = StubPace.frozen();
    Delivery delivery = delivery(terms(options(3, LONG), pace), reporter);
    assertThat(pace.waits()).isEmpty();
    accept(delivery, 1, 3);
    while (reporter.calls().size() < 4) { // the first wait may be the one for more records
      assertThat(delivery.flush(Duration.ZERO)).isFalse();
      Duration unused = pace.awaitWait();
    }

    assertThat(reporter.calls())
        .startsWith(List.of(1, 2, 3), List.of(1, 2, 3), List.of(1, 2, 3), List.of(1));
    assertThat(only(delivery).isCircuitOpen()).isTrue();
    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(only(delivery).isCircuitOpen()).isFalse();
    assertThat(reporter.accepted()).containsExactly(1, 2, 3);
  }
}
