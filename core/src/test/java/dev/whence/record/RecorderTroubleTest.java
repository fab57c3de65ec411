package dev.whence.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.assemble.InApp;
import dev.whence.assemble.Origin;
import dev.whence.event.EventRecord;
import dev.whence.guard.Faults;
import dev.whence.journal.MonthCount;
import dev.whence.limit.Limits;
import dev.whence.limit.Quota;
import dev.whence.limit.Repeats;
import dev.whence.refuse.IgnoredTexts;
import dev.whence.refuse.Refusal;
import dev.whence.scrub.Scrubber;
import dev.whence.snapshot.Snapshot;
import dev.whence.snapshot.Snapshots;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recorders under load, at their end, and with those that look on failing. */
@Timeout(60)
class RecorderTroubleTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final BlockingQueue<EventRecord> records = new LinkedBlockingQueue<>();
  private final Tallies tallies = new Tallies();
  private final Tally tally = tallies.errors();
  private final Faults faults = new Faults(System.getLogger("dev.whence"));
  private final Snapshots snapshots = new Snapshots();

  private Recorder recorder(
      Processing.Processor processor,
      Limits<Snapshot> limits,
      @Nullable BooleanSupplier sync,
      Processing.Watcher watcher) {
    Processing processing = new Processing(
        new Origin("shop@1", "test", "here", Map.of()),
        new InApp(List.of(), getClass().getClassLoader()),
        new IgnoredTexts(List.of()),
        processor,
        Scrubber.builder().build(),
        limits,
        NoLimits.ofTransactions(),
        record -> {
          records.add(record);
          return null;
        },
        sync,
        watcher);
    return new Recorder(new Recorder.Bounds(8 << 20, 8 << 20), processing, tallies, faults, LONG);
  }

  private Snapshot snapshot(Throwable failure) {
    return snapshots.of(failure);
  }

  private static Throwable repeated(int number) {
    return new IllegalStateException("number " + number);
  }

  @Test
  void summariesAreNotSentBeyondTheMonthsQuota() {
    Limits<Snapshot> limits = new Limits<>(
        new Repeats<>(1, System::nanoTime),
        new Quota(
            Long.MAX_VALUE,
            1,
            MonthCount.inMemory(),
            Clock.systemUTC(),
            System.getLogger("dev.whence")));
    Recorder recorder = recorder((event, snapshot) -> event, limits, null, (id, refusal) -> {});
    for (int i = 0; i < 3; i++) {
      recorder.offer(snapshot(repeated(i)));
    }

    recorder.close(LONG);

    assertThat(records).hasSize(1);
  }

  @Test
  void aSummaryComesWhenItsMinuteIsOverThoughThereIsAlwaysMoreToDo() {
    AtomicLong nanos = new AtomicLong();
    AtomicLong left = new AtomicLong(500);
    Repeats<Snapshot> repeats = new Repeats<>(2, nanos::get);
    Recorder[] made = new Recorder[1];
    CountDownLatch isReady = new CountDownLatch(1);
    List<EventRecord> underLoad = new CopyOnWriteArrayList<>();
    made[0] = recorder((event, snapshot) -> event, NoLimits.but(repeats), null, (id, refusal) -> {
      await(isReady);
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      if (left.decrementAndGet() == 1) {
        underLoad.addAll(records);
      }
      if (left.get() > 0) { // under load: the next is there before this is done
        made[0].offer(snapshot(repeated((int) left.get())));
      }
    });
    made[0].offer(snapshot(repeated(1_000)));
    made[0].offer(snapshot(repeated(1_001)));
    isReady.countDown();
    while (left.get() > 0) {
      Thread.onSpinWait();
    }
    made[0].close(LONG);

    // 500 seconds have passed, so that eight minutes were over while there was more to do
    assertThat(underLoad)
        .filteredOn(
            record -> new String(record.json(), StandardCharsets.UTF_8).contains("\"repeats\":"))
        .hasSizeGreaterThan(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean unused = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatWaitsForTheDeviceDoesNotWaitForASlowEventBehindIt() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch bothAreThere = new CountDownLatch(1);
    AtomicBoolean isFirst = new AtomicBoolean(true);
    Recorder recorder = recorder(
        (event, snapshot) -> {
          await(isFirst.getAndSet(false) ? bothAreThere : slow);
          return event;
        },
        NoLimits.any(),
        () -> true,
        (id, refusal) -> {});
    Ticket first = recorder.submit(snapshot(repeated(1)));
    Ticket second = recorder.submit(snapshot(repeated(2)));
    bothAreThere.countDown();
    assertThat(records.poll(20, TimeUnit.SECONDS)).isNotNull();

    boolean isSafe =
        first != null && first.await(System.nanoTime() + Duration.ofSeconds(5).toNanos());
    slow.countDown();
    assertThat(second).isNotNull();
    recorder.close(LONG);

    assertThat(isSafe).as("told though the next is slow").isTrue();
  }

  @Test
  void recordsGoOnAfterOneWhoseWatcherFails() {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    Recorder recorder =
        recorder((event, snapshot) -> event, NoLimits.any(), null, (id, refusal) -> {
          if (isFirst.getAndSet(false)) {
            throw new IllegalStateException("the log cannot be written");
          }
        });
    recorder.offer(snapshot(repeated(1)));
    recorder.offer(snapshot(repeated(2)));

    boolean isDone = recorder.flush(Duration.ofSeconds(5));
    recorder.close(Duration.ofSeconds(1));

    assertThat(isDone).isTrue();
    assertThat(records).hasSize(2);
  }

  @Test
  void whoWaitsForWhatIsRefusedAtTheEndIsTold() throws Exception {
    CountDownLatch isReached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Recorder recorder = recorder(
        (event, snapshot) -> {
          isReached.countDown();
          await(never);
          return event;
        },
        NoLimits.any(),
        null,
        (id, refusal) -> {});
    recorder.submit(snapshot(repeated(1)));
    Ticket behind = recorder.submit(snapshot(repeated(2)));
    isReached.await();

    recorder.close(Duration.ofMillis(100));

    assertThat(tally.refusedCounts()).containsEntry(Refusal.CLOSED.reason(), 1L);
    assertThat(behind != null && behind.isSettled()).isTrue();
  }
}
