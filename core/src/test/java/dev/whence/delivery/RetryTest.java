package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.StubPace;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryTest extends DeliveryHarness {
  private final StubPace pace = StubPace.hasty();
  private final RecordingReporter reporter = new RecordingReporter("recording");

  @Test
  void sendsABatchAgainThatDidNotArrive() {
    Delivery delivery = delivery(pace, reporter.then(Answers.OUTAGE));

    accept(delivery, 1, 1);
    delivery.flush(LONG);

    assertThat(reporter.calls().subList(0, 2)).containsExactly(List.of(1), List.of(1));
    assertThat(reporter.accepted()).containsExactly(1);
    assertThat(only(delivery).dropped()).isEmpty();
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToACap() throws Exception {
    for (int failure = 1; failure <= 9; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    Delivery delivery = delivery(pace, reporter);

    accept(delivery, 1, 1);
    for (int call = 1; call <= 10; call++) {
      reporter.awaitCall();
    }

    assertThat(pace.waits())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L);
  }

  @Test
  void startsWithAShortWaitAgainOnceARecordArrived() throws Exception {
    StubPace frozen = StubPace.frozen();
    Delivery delivery = delivery(frozen, reporter.then(Answers.OUTAGE).then(Answers.OUTAGE));
    accept(delivery, 1, 1);
    assertThat(frozen.awaitWait()).hasMillis(500);
    assertThat(delivery.flush(Duration.ZERO)).isFalse();
    assertThat(frozen.awaitWait()).hasMillis(1_000);
    assertThat(delivery.flush(LONG)).isTrue();

    reporter.then(Answers.OUTAGE);
    accept(delivery, 2, 2);

    assertThat(frozen.awaitWait()).hasMillis(500);
  }

  @Test
  void waitsAsLongAsTheReporterAsks() throws Exception {
    Duration wait = Duration.ofSeconds(77);
    Delivery delivery =
        delivery(pace, reporter.then(batch -> Outcome.accepted(0).retry(wait)));

    accept(delivery, 1, 1);

    assertThat(pace.awaitWait()).isEqualTo(wait);
    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).containsExactly(1);
  }

  @Test
  void waitsADayAtMost() throws Exception {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    Delivery delivery =
        delivery(pace, reporter.then(batch -> Outcome.accepted(0).retry(ages)));

    accept(delivery, 1, 1);

    assertThat(pace.awaitWait()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void choosesTheWaitItselfWhenTheReporterAsksForNone() throws Exception {
    Delivery delivery =
        delivery(pace, reporter.then(batch -> Outcome.accepted(0).retry(Duration.ZERO)));

    accept(delivery, 1, 1);

    assertThat(pace.awaitWait()).hasMillis(500);
  }

  @Test
  void flushEndsTheWaitOnce() throws Exception {
    StubPace frozen = StubPace.frozen();
    Delivery delivery = delivery(frozen, new RecordingReporter("failing", Answers.OUTAGE));
    accept(delivery, 1, 1);
    assertThat(frozen.awaitWait()).hasMillis(500);

    assertThat(delivery.flush(Duration.ZERO)).isFalse();

    assertThat(frozen.awaitWait()).hasMillis(1_000);
    assertThat(frozen.waits()).isEmpty();
    delivery.close(Duration.ZERO);
  }

  @Test
  void goesOnBehindWhatWasAccepted() throws Exception {
    RecordingReporter picky = new RecordingReporter(
        "picky", batch -> Outcome.accepted(Math.min(2, batch.records().size())));
    Delivery delivery = delivery(terms(options(5, LONG), pace), picky);

    accept(delivery, 1, 5);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(picky.accepted()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void dropsTheRecordThatWasRejectedAndCountsWhy() {
    RecordingReporter picky = new RecordingReporter("picky", RetryTest::withoutFours);
    Delivery delivery = delivery(pace, picky);

    accept(delivery, 1, 10);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(picky.accepted()).containsExactly(1, 2, 3, 5, 6, 7, 9, 10);
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("is_four", 2L));
    assertThat(only(delivery).failingSince()).isNull();
  }

  @Test
  void countsReasonsTogetherWhenAReporterMakesUpTooMany() {
    RecordingReporter wordy = new RecordingReporter(
        "wordy",
        batch -> Outcome.accepted(0).rejected("record " + Records.numbers(batch).get(0)));
    Delivery delivery = delivery(pace, wordy);

    accept(delivery, 1, 200);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(only(delivery).dropped()).hasSize(51).containsEntry("other", 150L);
  }

  private static Outcome withoutFours(Batch batch) {
    List<Integer> numbers = Records.numbers(batch);
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i) % 4 == 0) {
        return Outcome.accepted(i).rejected("is_four");
      }
    }
    return batch.accepted();
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
