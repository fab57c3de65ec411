package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.Pace;
import dev.whence.delivery.retry.StubPace;
import dev.whence.report.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloseTest extends DeliveryHarness {
  private static final Duration SHORT = Duration.ofMillis(200);

  private final RecordingReporter reporter = new RecordingReporter("recording");

  @Test
  void deliversWhatWaitsForMore() {
    DeliveryOptions patient = options(100, Duration.ofHours(1));
    Delivery delivery = delivery(terms(patient, Pace.SYSTEM), reporter);
    accept(delivery, 1, 5);

    delivery.close(LONG);

    assertThat(reporter.accepted()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void triesOnceMoreWhatWaitsForItsNextTry() throws Exception {
    StubPace pace = StubPace.frozen();
    Delivery delivery = delivery(pace, reporter.then(Answers.OUTAGE));
    accept(delivery, 1, 1);
    pace.awaitWait();

    delivery.close(LONG);

    assertThat(reporter.accepted()).containsExactly(1);
  }

  @Test
  void doesNotWaitForATryThatWouldComeTooLate() {
    Duration nextYear = Duration.ofDays(365);
    RecordingReporter limited =
        new RecordingReporter("limited", batch -> Outcome.accepted(0).retry(nextYear));
    Delivery delivery = delivery(Pace.SYSTEM, limited);
    accept(delivery, 1, 3);

    delivery.close(Duration.ofHours(1));

    assertThat(only(delivery).dropped()).isEqualTo(Map.of("closed", 3L));
    assertThat(only(delivery).waiting()).isZero();
  }

  @Test
  void leavesTheRestInAJournalThatKeepsIt() {
    RecordingReporter failing = new RecordingReporter("failing", Answers.OUTAGE);
    Delivery delivery = new Delivery(
        stores(new KeepingJournal()), List.of(failing), terms(AT_ONCE, StubPace.frozen()));
    accept(delivery, 1, 3);

    delivery.close(SHORT);

    assertThat(only(delivery).waiting()).isEqualTo(3);
    assertThat(only(delivery).dropped()).isEmpty();
  }

  @Test
  void refusesRecordsFromThenOn() {
    Delivery delivery = delivery(Pace.SYSTEM, reporter);

    delivery.close(LONG);

    assertThat(delivery.accept(Records.record(1))).isEqualTo(Receipt.CLOSED);
    assertThat(only(delivery).recorded()).isZero();
  }

  @Test
  void closesEveryReporterOnceAndLeavesNoThread() {
    RecordingReporter idle = new RecordingReporter("idle");
    Delivery delivery = delivery(Pace.SYSTEM, reporter, idle);
    accept(delivery, 1, 5);

    delivery.close(LONG);
    delivery.close(LONG);

    assertThat(reporter.closings()).isEqualTo(1);
    assertThat(idle.closings()).isEqualTo(1);
    assertThat(threads("recording")).isEmpty();
    assertThat(threads("idle")).isEmpty();
  }

  @Test
  void endsAReporterThatHangsUntilItIsClosed() throws Exception {
    HangingReporter hanging = HangingReporter.untilClosed("hanging");
    Delivery delivery = delivery(Pace.SYSTEM, hanging, reporter);
    accept(delivery, 1, 1);
    hanging.awaitCall();
    accept(delivery, 2, 10);

    delivery.close(Duration.ofMillis(500));

    assertThat(reporter.accepted()).hasSize(10);
    assertThat(threads("hanging")).isEmpty();
    assertThat(delivery.figures().get(0).dropped()).containsOnlyKeys("closed");
    delivery.figures().forEach(DeliveryHarness::assertSums);
  }

  @Test
  void leavesAReporterBehindThatHangsWhateverIsDone() throws Exception {
    HangingReporter deaf = HangingReporter.untilReleased("deaf");
    Delivery delivery = delivery(Pace.SYSTEM, deaf, reporter);
    accept(delivery, 1, 1);
    deaf.awaitCall();
    accept(delivery, 2, 10);

    delivery.close(SHORT);

    assertThat(log.lines())
        .singleElement()
        .isEqualTo("WARNING reporter \"deaf\" did not end when told to; its thread is left behind");
    assertThat(delivery.figures().get(0).dropped()).isEqualTo(Map.of("closed", 10L));

    List<Thread> left = threads("deaf");
    assertThat(left).isNotEmpty();
    deaf.release();
    for (Thread thread : left) {
      thread.join();
    }

    assertThat(delivery.figures().get(0).delivered()).isZero();
    assertThat(reporter.accepted()).hasSize(10);
  }

  @Test
  void closesTheOtherReportersWhenOneFailsToClose() {
    Delivery delivery = delivery(Pace.SYSTEM, new UnclosableReporter(), reporter);

    delivery.close(LONG);

    assertThat(reporter.closings()).isEqualTo(1);
    assertThat(log.lines())
        .containsExactly("WARNING reporter \"unclosable\" failed to close: "
            + "java.lang.IllegalStateException: jammed");
  }

  @Test
  void isDoneEvenWithoutAnyTime() {
    Delivery delivery = delivery(Pace.SYSTEM, reporter);

    delivery.close(Duration.ofSeconds(-1));

    assertThat(reporter.closings()).isEqualTo(1);
    assertThat(threads("recording")).isEmpty();
  }

  @Test
  void endsAFlushThatWaits() throws Exception {
    HangingReporter hanging = HangingReporter.untilClosed("hanging");
    Delivery delivery = delivery(Pace.SYSTEM, hanging);
    accept(delivery, 1, 1);
    hanging.awaitCall();
    accept(delivery, 2, 2);
    boolean[] flushed = {true};
    Thread flushing = new Thread(() -> flushed[0] = delivery.flush(Duration.ofHours(1)));
    flushing.start();

    delivery.close(SHORT);
    flushing.join();

    assertThat(flushed[0]).isFalse();
  }
}
