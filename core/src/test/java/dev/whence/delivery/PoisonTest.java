package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.StubPace;
import dev.whence.delivery.retry.Suspicion;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoisonTest extends DeliveryHarness {
  private final StubPace pace = StubPace.hasty();
  private final RecordingReporter reporter = new RecordingReporter("recording");

  @Test
  void dropsARecordThatMakesTheReporterThrowEveryTime() {
    RecordingReporter allergic = new RecordingReporter("allergic", PoisonTest::throwAtFortyTwo);
    Delivery delivery = delivery(pace, allergic);

    accept(delivery, 1, 100);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(allergic.accepted()).hasSize(99).isSorted().doesNotContain(42);
    assertThat(allergic.calls()).filteredOn(List.of(42)::equals).hasSizeBetween(1, Suspicion.TRIES);
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("reporter_failed", 1L));
    assertThat(only(delivery).failingSince()).isNull();
    assertThat(only(delivery).lastFault()).contains("AssertionError", "not 42");
  }

  @Test
  void neverDropsARecordBecauseOfTheNetwork() {
    for (int failure = 1; failure <= 10 * Suspicion.TRIES; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    Delivery delivery = delivery(pace, reporter);

    accept(delivery, 1, 3);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).containsExactly(1, 2, 3);
    assertThat(only(delivery).dropped()).isEmpty();
  }

  @Test
  void neverDropsARecordThatAlsoMeetsTheNetwork() {
    for (int failure = 1; failure <= 2 * Suspicion.TRIES; failure++) {
      reporter.then(Answers.CONFUSION).then(Answers.OUTAGE);
    }
    Delivery delivery = delivery(pace, reporter);

    accept(delivery, 1, 1);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).containsExactly(1);
  }

  @Test
  void dropsARecordAtWhichAloneTheDestinationFails() {
    RecordingReporter picky = new RecordingReporter("picky", PoisonTest::failAtFortyTwo);
    Delivery delivery = delivery(pace, picky);

    accept(delivery, 1, 100);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(picky.accepted()).hasSize(99).doesNotContain(42).doesNotHaveDuplicates();
    assertThat(picky.accepted()).isSorted();
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("poison", 1L));
    assertThat(only(delivery).failingSince()).isNull();
  }

  @Test
  void isWellAgainOnceTheRecordIsGoneAtWhichItFailed() {
    RecordingReporter picky = new RecordingReporter("picky", PoisonTest::failAtFortyTwo);
    Delivery delivery = delivery(terms(options(2, LONG), pace), picky);

    accept(delivery, 42, 43);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("poison", 1L));
    assertThat(only(delivery).failingSince()).isNull();
    assertThat(only(delivery).isCircuitOpen()).isFalse();
  }

  @Test
  void keepsARecordAtWhichTheDestinationFailsWhileThereIsNoOtherToCompareWith() {
    for (int failure = 1; failure <= 10 * Suspicion.OUTAGES; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    Delivery delivery = delivery(pace, reporter);

    accept(delivery, 1, 1);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).containsExactly(1);
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void takesAnImpossibleOutcomeForAFault(Outcome outcome) {
    Delivery delivery = delivery(pace, reporter.then(batch -> outcome));

    accept(delivery, 1, 1);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.calls()).containsExactly(List.of(1), List.of(1));
    assertThat(only(delivery).delivered()).isEqualTo(1);
    assertThat(only(delivery).lastFault()).contains("IllegalStateException: reporter");
  }

  static Stream<Outcome> impossible() {
    return Stream.of(
        Outcome.accepted(-1),
        Outcome.accepted(101),
        Outcome.accepted(0),
        Outcome.accepted(1).rejected("nothing"),
        Outcome.accepted(1).skipping(1),
        Outcome.accepted(2).skipping(-1),
        Outcome.accepted(1).skipping(Integer.MAX_VALUE),
        Outcome.accepted(0).skipping(1).rejected("nothing"));
  }

  @Test
  void anInterruptDoesNotOutliveTheCallThatCausedIt() {
    boolean[] isInterrupted = {true};
    reporter
        .then(batch -> {
          Thread.currentThread().interrupt();
          return batch.accepted();
        })
        .then(batch -> {
          isInterrupted[0] = Thread.currentThread().isInterrupted();
          return batch.accepted();
        });
    Delivery delivery = delivery(pace, reporter);

    accept(delivery, 1, 1);
    delivery.flush(LONG);
    accept(delivery, 2, 2);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(isInterrupted[0]).isFalse();
  }

  private static Outcome failAtFortyTwo(Batch batch) throws IOException {
    int first = Records.numbers(batch).indexOf(42);
    if (first == 0) {
      throw new IOException("answered 500");
    }
    return first < 0 ? batch.accepted() : Outcome.accepted(first);
  }

  private static Outcome throwAtFortyTwo(Batch batch) {
    if (Records.numbers(batch).contains(42)) {
      throw new AssertionError("not 42");
    }
    return batch.accepted();
  }
}
