package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.StubPace;
import org.junit.jupiter.api.Test;

class FaultsTest extends DeliveryHarness {
  private static final String FAILS =
      "WARNING reporter \"recording\" fails, its records wait: java.io.IOException: no route";
  private static final String WORKS = "INFO reporter \"recording\" works again";

  private final StubPace pace = StubPace.hasty();
  private final RecordingReporter reporter = new RecordingReporter("recording");

  @Test
  void saysWhatIsWrongAndSinceWhen() throws Exception {
    StubPace frozen = StubPace.frozen();
    Delivery delivery = delivery(frozen, reporter.then(Answers.OUTAGE));
    accept(delivery, 1, 1);
    frozen.awaitWait();

    assertThat(only(delivery).failingSince()).isEqualTo(Records.TIME);
    assertThat(only(delivery).lastFault()).isEqualTo("java.io.IOException: no route");
    assertThat(only(delivery).waiting()).isEqualTo(1);

    delivery.flush(LONG);

    assertThat(only(delivery).failingSince()).isNull();
    assertThat(only(delivery).lastFault()).isEqualTo("java.io.IOException: no route");
  }

  @Test
  void logsOnceThatDeliveryBrokeAndOnceThatItWorksAgain() {
    for (int failure = 1; failure <= 5; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    Delivery delivery = delivery(pace, reporter);

    accept(delivery, 1, 1);
    delivery.flush(LONG);
    delivery.close(LONG);

    assertThat(log.lines()).containsExactly(FAILS, WORKS);
  }

  @Test
  void logsOnceAMinuteThatAReporterComesAndGoes() {
    Delivery delivery = delivery(pace, reporter);

    for (int number = 1; number <= 10; number++) {
      reporter.then(Answers.OUTAGE);
      accept(delivery, number, number);
      delivery.flush(LONG);
    }
    delivery.close(LONG);

    assertThat(log.lines()).containsExactly(FAILS, WORKS);
  }

  @Test
  void logsALaterFailureThatLasts() {
    Delivery delivery = delivery(pace, reporter.then(Answers.OUTAGE));
    accept(delivery, 1, 1);
    delivery.flush(LONG);

    for (int failure = 1; failure <= 20; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    accept(delivery, 2, 2);
    delivery.flush(LONG);
    delivery.close(LONG);

    assertThat(log.lines()).containsExactly(FAILS, WORKS, FAILS, WORKS);
  }
}
