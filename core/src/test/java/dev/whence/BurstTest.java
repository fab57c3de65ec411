package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.event.EventId;
import dev.whence.health.Health;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.report.sentry.SentryReporter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** More errors than the receiver takes: what the bounds say is kept, and all is accounted for. */
class BurstTest {
  private static final int ERRORS = 10_000;
  private static final long MEGABYTE = 1 << 20;

  @Test
  void tenThousandErrorsWithASlowReceiverStayWithinTheirBoundsAndTheSumsHold() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.ok().after(Duration.ofMillis(20)));
      Whence whence = Whence.builder()
          .environmentVariables(Map.of())
          .set(Keys.INBOX_BYTES, "2MB")
          .set(Keys.JOURNAL_BYTES, "4MB")
          .closeTimeout(Duration.ofSeconds(1))
          .reporter(SentryReporter.to(ingest.dsn()))
          .build();
      long idle = usedHeap();

      Set<EventId> accepted = new HashSet<>();
      for (int i = 0; i < ERRORS; i++) {
        whence.capture(failure(i)).ifPresent(accepted::add);
      }
      long grown = usedHeap() - idle;
      whence.close();

      Health health = whence.health();
      assertThat(grown).isLessThan(32 * MEGABYTE);
      assertThat(health.captured()).isEqualTo(ERRORS);
      assertThat(health.captured()).isEqualTo(sum(health.refused()) + health.recorded());
      assertThat(accepted)
          .hasSize((int) (ERRORS - health.refused().getOrDefault("inbox_full", 0L)));
      LaneFigures lane = health.lanes().get(0);
      assertThat(lane.recorded()).isEqualTo(health.recorded());
      assertThat(lane.recorded())
          .isEqualTo(lane.delivered() + lane.waiting() + sum(lane.dropped()));
      assertThat(lane.waiting()).isZero();
      assertThat(ingest.eventCount()).isBetween(lane.delivered(), lane.delivered() + 1);
      assertThat(ingest.complaints()).isEmpty();
    }
  }

  private static Exception failure(int number) {
    return new IllegalStateException("number " + number, new IllegalArgumentException("cause"));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void aReceiverThatNeverAnswersHoldsUpNothingAndTheEndComesWithinItsBound() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.hang());
      Whence whence = Whence.builder()
          .environmentVariables(Map.of())
          .closeTimeout(Duration.ofMillis(500))
          .reporter(SentryReporter.to(ingest.dsn()))
          .build();
      whence.capture(failure(1));
      ingest.awaitRequests(1, Duration.ofSeconds(30));
      whence.capture(failure(2));

      whence.close();

      LaneFigures lane = whence.health().lanes().get(0);
      assertThat(lane.dropped()).isEqualTo(Map.of("closed", 2L));
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("whence-lane") || name.equals("whence-recorder"));
    }
  }
}
