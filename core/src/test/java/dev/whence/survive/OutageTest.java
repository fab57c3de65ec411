package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.health.Health;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that are away for long, or slow, and a journal on disk. */
class OutageTest {
  private static final int ERRORS = Integer.getInteger("outage.errors", 3_000);
  private static final int BURST = 10_000;
  private static final long MEGABYTE = 1 << 20;
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir
  Path directory;

  private WhenceBuilder builder(Ingest ingest) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, ingest.dsn())
        .set(Keys.JOURNAL_DIR, directory.toString())
        .set(Keys.JOURNAL_BYTES, "1GB")
        .set(Keys.ERRORS_PER_ROUTE, "0")
        .closeTimeout(Duration.ofSeconds(1));
  }

  /** A second destination, in this process, that tells the order. */
  private static final class Ordered implements Reporter {
    private final List<EventId> ids = new ArrayList<>();
    private boolean isAway = true;

    @Override
    public String name() {
      return "ordered";
    }

    @Override
    public synchronized Outcome report(Batch batch) throws IOException {
      if (isAway) {
        throw new IOException("away");
      }
      batch.records().stream().map(EventRecord::id).forEach(ids::add);
      return batch.accepted();
    }

    synchronized void comeBack() {
      isAway = false;
    }

    synchronized List<EventId> ids() {
      return List.copyOf(ids);
    }
  }

  @Test
  void whatHappensWhileReceiversAreAwayArrivesInOrderWhenTheyAreBack() {
    try (Ingest ingest = Ingest.builder().retain(100).start()) {
      ingest.answer(Answer.status(503));
      Ordered ordered = new Ordered();
      Whence whence = builder(ingest).reporter(ordered).build();
      long idle = usedHeap();

      List<EventId> captured = new ArrayList<>();
      for (int i = 0; i < ERRORS; i++) {
        whence.capture(failure(i)).ifPresent(captured::add);
        awaitInbox(whence, 500);
      }
      long grown = usedHeap() - idle - 40L * ERRORS; // the IDs are ours
      assertThat(captured).hasSize(ERRORS);
      assertThat(grown).isLessThan(32 * MEGABYTE);

      ingest.answer(Answer.ok());
      ordered.comeBack();
      assertThat(whence.flush(LONG)).isTrue();
      whence.close();

      assertThat(ordered.ids()).isEqualTo(captured);
      assertThat(ingest.seenIds())
          .isEqualTo(new HashSet<>(captured.stream().map(EventId::toString).toList()));
      assertThat(ingest.complaints()).isEmpty();
      assertSums(whence.health(), ERRORS);
    }
  }

  @Test
  void aBurstLosesNothingThoughTheReceiverIsSlow() {
    try (Ingest ingest = Ingest.builder().retain(100).start()) {
      ingest.answer(Answer.ok().after(Duration.ofMillis(20)));
      List<String> captured = new ArrayList<>();
      Whence whence = builder(ingest).set(Keys.INBOX_BYTES, "64MB").build();
      for (int i = 0; i < BURST; i++) {
        whence.capture(failure(i)).map(EventId::toString).ifPresent(captured::add);
      }
      awaitInbox(whence, 0);
      whence.close();
      assertThat(captured).hasSize(BURST);
      assertThat(whence.health().refused()).isEmpty();

      ingest.answer(Answer.ok());
      try (Whence heir = builder(ingest).build()) {
        assertThat(heir.flush(LONG)).isTrue();
      }

      assertThat(ingest.seenIds()).hasSize(BURST).containsAll(captured);
      assertSums(whence.health(), BURST);
    }
  }

  private static void awaitInbox(Whence whence, int most) {
    while (whence.health().inbox() > most) {
      Thread.onSpinWait();
    }
  }

  private static Exception failure(int number) {
    return new IllegalStateException("number " + number);
  }

  private static void assertSums(Health health, long captured) {
    assertThat(health.captured()).isEqualTo(captured);
    assertThat(sum(health.refused()) + health.recorded()).isEqualTo(captured);
    for (LaneFigures lane : health.lanes()) {
      assertThat(lane.delivered() + lane.waiting() + sum(lane.dropped()))
          .isEqualTo(lane.recorded() + lane.adopted());
    }
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
