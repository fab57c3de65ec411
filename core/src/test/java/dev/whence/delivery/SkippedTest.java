package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.StubPace;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that a reporter leaves out because they are none of its business. */
class SkippedTest extends DeliveryHarness {
  private static Outcome skipAll(Batch batch) {
    return Outcome.accepted(0).skipping(batch.records().size());
  }

  private static Outcome skipOdd(Batch batch) {
    int odd =
        (int) Records.numbers(batch).stream().filter(number -> number % 2 == 1).count();
    return Outcome.accepted(batch.records().size() - odd).skipping(odd);
  }

  @Test
  void areCountedAsFilteredAndCostNoCallOfTheirOwn() throws Exception {
    RecordingReporter even = new RecordingReporter("even", SkippedTest::skipOdd);
    Terms terms = terms(options(100, Duration.ofSeconds(1)), StubPace.frozen());
    Delivery delivery = delivery(terms, even);

    accept(delivery, 1, 100);

    assertThat(even.awaitCall()).hasSize(100);
    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(even.calls()).hasSize(1);
    assertThat(only(delivery).delivered()).isEqualTo(50);
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("filtered", 50L));
  }

  @Test
  void areNoFaultAndNoNewsForTheLog() {
    Delivery delivery =
        delivery(StubPace.hasty(), new RecordingReporter("none", SkippedTest::skipAll));

    accept(delivery, 1, 1_000);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("filtered", 1_000L));
    assertThat(only(delivery).failingSince()).isNull();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void areNoSignThatTheReceiverWorksAgain() {
    RecordingReporter reporter =
        new RecordingReporter("recording", SkippedTest::skipAll).then(Answers.OUTAGE);
    Delivery delivery = delivery(StubPace.hasty(), reporter);

    accept(delivery, 1, 1);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("filtered", 1L));
    assertThat(only(delivery).failingSince()).isNotNull();
  }

  @Test
  void areNotSeenAgainWithTheRecordThatIsTriedAgain() throws Exception {
    RecordingReporter reporter = new RecordingReporter("recording")
        .then(batch -> Outcome.accepted(0).skipping(1).retry(Duration.ofSeconds(1)));
    Terms terms = terms(options(3, Duration.ofSeconds(1)), StubPace.frozen());
    Delivery delivery = delivery(terms, reporter);

    accept(delivery, 1, 3);

    assertThat(reporter.awaitCall()).containsExactly(1, 2, 3);
    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.awaitCall()).containsExactly(2, 3);
    assertThat(only(delivery).delivered()).isEqualTo(2);
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("filtered", 1L));
  }
}
