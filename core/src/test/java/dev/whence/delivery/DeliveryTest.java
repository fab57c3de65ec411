package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.Pace;
import dev.whence.delivery.retry.StubPace;
import dev.whence.journal.MemoryJournal;
import dev.whence.report.Batch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeliveryTest extends DeliveryHarness {
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final RecordingReporter reporter = new RecordingReporter("recording");

  @Test
  void deliversEveryRecordInOrder() {
    Delivery delivery = delivery(Pace.SYSTEM, reporter);

    accept(delivery, 1, 1_000);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).isEqualTo(Records.range(1, 1_000));
    assertThat(only(delivery).delivered()).isEqualTo(1_000);
    assertThat(only(delivery).waiting()).isZero();
  }

  @Test
  void deliversARecordAsItWasRecorded() {
    Batch[] seen = new Batch[1];
    Delivery delivery = delivery(Pace.SYSTEM, reporter.then(batch -> {
      seen[0] = batch;
      return batch.accepted();
    }));

    accept(delivery, 7, 7);
    delivery.flush(LONG);

    assertThat(seen[0].records())
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(Records.record(7));
  }

  @Test
  void waitsForMoreUntilTheBatchIsFull() throws Exception {
    StubPace pace = StubPace.frozen();
    Delivery delivery = delivery(terms(options(3, LINGER), pace), reporter);

    accept(delivery, 1, 2);
    assertThat(pace.awaitWait()).isEqualTo(LINGER);
    assertThat(reporter.calls()).isEmpty();
    accept(delivery, 3, 3);

    assertThat(reporter.awaitCall()).containsExactly(1, 2, 3);
  }

  @Test
  void waitsForMoreUntilTheBatchHasItsBytes() throws Exception {
    StubPace pace = StubPace.frozen();
    DeliveryOptions options = new DeliveryOptions(100, 1_000, LINGER, LINGER, LINGER);
    Delivery delivery = delivery(terms(options, pace), reporter);

    delivery.accept(Records.record(1, 400));
    assertThat(pace.awaitWait()).isEqualTo(LINGER);
    delivery.accept(Records.record(2, 600));

    assertThat(reporter.awaitCall()).containsExactly(1);
    assertThat(reporter.awaitCall()).containsExactly(2);
  }

  @Test
  void waitsForMoreNoLongerThanItMay() throws Exception {
    StubPace pace = StubPace.hasty();
    Delivery delivery = delivery(terms(options(100, LINGER), pace), reporter);

    accept(delivery, 1, 1);

    assertThat(reporter.awaitCall()).containsExactly(1);
    assertThat(pace.waits()).containsExactly(LINGER);
  }

  @Test
  void sendsWhatCameMeanwhileInBatchesThatAreNotTooLarge() throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    Delivery delivery =
        delivery(terms(options(3, Duration.ZERO), Pace.SYSTEM), reporter.then(batch -> {
          awaitUninterruptibly(all);
          return batch.accepted();
        }));

    accept(delivery, 1, 1);
    reporter.awaitCall();
    accept(delivery, 2, 8);
    all.countDown();

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.calls())
        .containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6, 7), List.of(8));
  }

  @Test
  void flushDoesNotWaitForMore() {
    Delivery delivery = delivery(terms(options(100, LINGER), StubPace.frozen()), reporter);
    accept(delivery, 1, 2);

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).containsExactly(1, 2);
  }

  @Test
  void flushOfAnIdleDeliveryIsDoneAtOnce() {
    assertThat(delivery(Pace.SYSTEM, reporter).flush(Duration.ZERO)).isTrue();
  }

  @Test
  void flushSaysWhenItsTimeIsOver() throws Exception {
    HangingReporter hanging = HangingReporter.untilClosed("hanging");
    Delivery delivery = delivery(Pace.SYSTEM, hanging);
    accept(delivery, 1, 1);
    hanging.awaitCall();

    assertThat(delivery.flush(Duration.ofMillis(1))).isFalse();
    hanging.release();
  }

  @Test
  void aHangingReporterHoldsUpNobodyElse() throws Exception {
    HangingReporter hanging = HangingReporter.untilClosed("hanging");
    Delivery delivery = delivery(Pace.SYSTEM, hanging, reporter);

    accept(delivery, 1, 1);
    hanging.awaitCall();
    accept(delivery, 2, 500);
    for (int seen = 0; seen < 500; ) {
      seen += reporter.awaitCall().size();
    }
    hanging.release();

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(reporter.accepted()).isEqualTo(Records.range(1, 500));
    assertThat(delivery.figures()).extracting(LaneFigures::delivered).containsExactly(500L, 500L);
  }

  @Test
  void numbersReportersThatShareAName() {
    Delivery delivery = delivery(
        Pace.SYSTEM, reporter, new RecordingReporter("recording"), new RecordingReporter("x"));

    assertThat(delivery.figures())
        .extracting(LaneFigures::name)
        .containsExactly("recording", "recording-2", "x");
  }

  @Test
  void refusesARecordThatTheJournalCannotHold() {
    Delivery delivery = delivery(Pace.SYSTEM, reporter);

    assertThat(delivery.accept(Records.record(1, 1 << 20))).isEqualTo(Receipt.TOO_LARGE);
    assertThat(only(delivery).recorded()).isZero();
  }

  @Test
  void keepsNothingWhenThereIsNoReporter() {
    MemoryJournal journal = new MemoryJournal(1_000);
    Delivery delivery =
        new Delivery(stores(journal), List.of(), DeliveryOptions.ofDefaults(), UPKEEP);

    accept(delivery, 1, 100);

    assertThat(delivery.flush(Duration.ZERO)).isTrue();
    assertThat(journal.bytes()).isZero();
    delivery.close(Duration.ZERO);
  }

  @Test
  void skipsAFrameThatIsNoRecord() {
    MemoryJournal journal = new MemoryJournal(10_000);
    Delivery delivery = new Delivery(stores(journal), List.of(reporter), AT_ONCE, UPKEEP);
    journal.append(new byte[3]);
    journal.append(new byte[100]);

    accept(delivery, 1, 2);
    delivery.flush(LONG);
    delivery.close(LONG);

    assertThat(reporter.accepted()).containsExactly(1, 2);
    assertThat(only(delivery).dropped()).containsExactly(Map.entry("unreadable", 2L));
  }

  @Test
  void hasNoThreadUntilThereIsSomethingToDeliver() {
    RecordingReporter quiet = new RecordingReporter("quiet");
    Delivery delivery = delivery(Pace.SYSTEM, quiet);

    assertThat(threads("quiet")).isEmpty();

    accept(delivery, 1, 1);

    assertThat(threads("quiet")).singleElement().satisfies(thread -> {
      assertThat(thread.getName()).isEqualTo("whence-lane-quiet");
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.getContextClassLoader()).isSameAs(RecordingReporter.class.getClassLoader());
    });
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
