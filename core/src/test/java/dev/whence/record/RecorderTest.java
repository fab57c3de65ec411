package dev.whence.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.assemble.InApp;
import dev.whence.assemble.Origin;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.guard.Faults;
import dev.whence.limit.Limits;
import dev.whence.limit.Repeats;
import dev.whence.refuse.IgnoredTexts;
import dev.whence.scrub.Scrubber;
import dev.whence.snapshot.Snapshot;
import dev.whence.snapshot.Snapshots;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final BlockingQueue<EventRecord> records = new LinkedBlockingQueue<>();
  private final Tallies tallies = new Tallies();
  private final Tally tally = tallies.errors();
  private final Faults faults = new Faults(System.getLogger("dev.whence"));
  private final Snapshots snapshots = new Snapshots();
  private Recorder recorder = recorder(8 << 20, (event, snapshot) -> event, LONG);

  private Recorder recorder(int bytes, Processing.Processor processor, Duration patience) {
    return recorder(bytes, processor, NoLimits.any(), patience);
  }

  private Recorder recorder(
      int bytes, Processing.Processor processor, Limits<Snapshot> limits, Duration patience) {
    Processing processing = new Processing(
        new Origin("shop@1", "test", "here", Map.of("service", "backend")),
        new InApp(List.of(), getClass().getClassLoader()),
        new IgnoredTexts(List.of(Pattern.compile("not worth .* event"))),
        processor,
        Scrubber.builder().build(),
        limits,
        NoLimits.ofTransactions(),
        record -> {
          records.add(record);
          return null;
        },
        null,
        (id, refusal) -> {});
    return new Recorder(new Recorder.Bounds(bytes, bytes), processing, tallies, faults, patience);
  }

  @AfterEach
  void sumsHoldAndNoThreadIsLeft() {
    recorder.close(LONG);

    long refused =
        tally.refusedCounts().values().stream().mapToLong(Long::longValue).sum();
    assertThat(tally.capturedCount())
        .isEqualTo(refused + recorder.waiting(Category.ERROR) + tally.recordedCount());
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("whence-recorder", "whence-watchdog");
  }

  private Snapshot snapshot(Throwable failure) {
    return snapshots.of(failure);
  }

  private JsonNode next() throws InterruptedException, IOException {
    EventRecord record = records.poll(30, TimeUnit.SECONDS);
    assertThat(record).as("a record within 30 seconds").isNotNull();
    return new ObjectMapper().readTree(record.json());
  }

  @Test
  void recordsInTheOrderOfComing() throws Exception {
    for (int i = 0; i < 100; i++) {
      recorder.offer(snapshot(new IllegalStateException("number " + i)));
    }

    for (int i = 0; i < 100; i++) {
      assertThat(next().at("/exception/values/0/value").asText()).isEqualTo("number " + i);
    }
  }

  @Test
  void anEventSaysWhereItComesFrom() throws Exception {
    recorder.offer(snapshot(new IllegalStateException("x")));

    JsonNode event = next();
    assertThat(event.at("/release").asText()).isEqualTo("shop@1");
    assertThat(event.at("/environment").asText()).isEqualTo("test");
    assertThat(event.at("/server_name").asText()).isEqualTo("here");
    assertThat(event.at("/tags/service").asText()).isEqualTo("backend");
    assertThat(event.at("/tags/request_id").asText()).isEqualTo("r-1");
    assertThat(event.at("/contexts/response/status_code").asInt()).isEqualTo(500);
    assertThat(event.at("/contexts/runtime/name").asText()).isNotEmpty();
    assertThat(event.at("/transaction").asText()).isEqualTo("GET /x");
  }

  @Test
  void isIdleWithoutThreadsUntilTheFirstSnapshot() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("whence-recorder", "whence-watchdog");
  }

  @Test
  void whatTheProcessorDropsIsCounted() {
    recorder = recorder(8 << 20, (event, snapshot) -> null, LONG);

    recorder.offer(snapshot(new IllegalStateException("x")));

    assertThat(recorder.flush(LONG)).isTrue();
    assertThat(tally.refusedCounts()).isEqualTo(Map.of("before_send", 1L));
  }

  @Test
  void whatAPatternIgnoresIsCounted() {
    recorder.offer(snapshot(new IllegalStateException("not worth an event")));

    assertThat(recorder.flush(LONG)).isTrue();
    assertThat(tally.refusedCounts()).isEqualTo(Map.of("ignored", 1L));
  }

  @Test
  void aFullInboxRefusesAndCounts() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch reached = new CountDownLatch(1);
    recorder = recorder(
        10_000,
        (event, snapshot) -> {
          reached.countDown();
          await(gate);
          return event;
        },
        LONG);
    recorder.offer(snapshot(new IllegalStateException("in hand")));
    reached.await();

    boolean first = recorder.offer(snapshot(new IllegalStateException("waits")));
    boolean second = recorder.offer(snapshot(new IllegalStateException("waits too")));
    boolean third = recorder.offer(snapshot(new IllegalStateException("finds no room")));
    gate.countDown();

    assertThat(recorder.flush(LONG)).isTrue();
    assertThat(List.of(first, second, third)).containsExactly(true, true, false);
    assertThat(tally.refusedCounts()).isEqualTo(Map.of("inbox_full", 1L));
    assertThat(tally.recordedCount()).isEqualTo(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aSnapshotThatHangsIsGivenUpAndTheNextIsRecorded() throws Exception {
    recorder = recorder(
        8 << 20,
        (event, snapshot) -> {
          if (event.exceptions().get(0).type().equals("Error")) {
            await(new CountDownLatch(1));
          }
          return event;
        },
        SHORT);

    recorder.offer(snapshot(new Error("hangs")));
    recorder.offer(snapshot(new IllegalStateException("goes on")));

    assertThat(next().at("/exception/values/0/value").asText()).isEqualTo("goes on");
    assertThat(recorder.flush(LONG)).isTrue();
    assertThat(tally.refusedCounts()).isEqualTo(Map.of("stuck", 1L));
    assertThat(faults.counts()).containsEntry("recorder", 1L);
  }

  @Test
  void aMessageThatHangsIsGivenUpToo() throws Exception {
    recorder = recorder(8 << 20, (event, snapshot) -> event, SHORT);

    recorder.offer(snapshot(new HangingException()));
    recorder.offer(snapshot(new IllegalStateException("goes on")));

    assertThat(next().at("/exception/values/0/value").asText()).isEqualTo("goes on");
  }

  private static final class HangingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      await(new CountDownLatch(1));
      return "too late";
    }
  }

  @Test
  void whatCannotBeRecordedIsCounted() {
    recorder = recorder(
        8 << 20,
        (event, snapshot) -> {
          throw new StackOverflowError();
        },
        LONG);

    recorder.offer(snapshot(new IllegalStateException("x")));

    assertThat(recorder.flush(LONG)).isTrue();
    assertThat(tally.refusedCounts()).isEqualTo(Map.of("failed", 1L));
  }

  @Test
  void whatComesAfterTheEndIsRefused() {
    recorder.close(LONG);

    assertThat(recorder.offer(snapshot(new IllegalStateException("late")))).isFalse();
    assertThat(tally.refusedCounts()).isEqualTo(Map.of("closed", 1L));
  }

  @Test
  void closingRecordsWhatWaits() {
    for (int i = 0; i < 50; i++) {
      recorder.offer(snapshot(new IllegalStateException("number " + i)));
    }

    recorder.close(LONG);

    assertThat(records).hasSize(50);
  }

  @Test
  void closingInTheMiddleOfAHangingSnapshotCountsItAndEndsItsThread() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    recorder = recorder(
        8 << 20,
        (event, snapshot) -> {
          reached.countDown();
          await(new CountDownLatch(1));
          return event;
        },
        LONG);
    recorder.offer(snapshot(new IllegalStateException("hangs")));
    recorder.offer(snapshot(new IllegalStateException("waits behind")));
    reached.await();

    recorder.close(Duration.ofMillis(200));

    assertThat(tally.refusedCounts()).isEqualTo(Map.of("closed", 1L, "stuck", 1L));
  }

  @Test
  void sumsUpRepeatsWhenTheirMinuteIsOver() throws Exception {
    AtomicLong nanos = new AtomicLong();
    Repeats<Snapshot> repeats = new Repeats<>(2, nanos::get);
    recorder.close(LONG);
    recorder = recorder(8 << 20, (event, snapshot) -> event, NoLimits.but(repeats), LONG);
    for (int i = 0; i < 5; i++) {
      assertThat(recorder.offer(snapshot(repeated(i)))).isTrue();
    }
    assertThat(recorder.flush(LONG)).isTrue();
    assertThat(records).hasSize(2);

    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(recorder.offer(snapshot(new IllegalArgumentException("another"))))
        .isTrue();
    List<String> events = new ArrayList<>();
    while (events.size() < 4) {
      events.add(new String(records.take().json(), UTF_8));
    }

    assertThat(events).filteredOn(json -> json.contains("\"repeats\":\"3\"")).hasSize(1);
  }

  private static Throwable repeated(int number) {
    return new IllegalStateException("number " + number);
  }
}
