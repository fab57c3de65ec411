package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.StubPace;
import dev.whence.journal.MemoryJournal;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SumsTest extends DeliveryHarness {
  private static final int BOUND = 64 * 1_024;

  @Test
  void aSlowReporterLosesTheOldestAndTheJournalKeepsItsBound() {
    Semaphore gate = new Semaphore(0);
    RecordingReporter slow = new RecordingReporter("slow", batch -> {
      gate.acquireUninterruptibly();
      return batch.accepted();
    });
    RecordingReporter fast = new RecordingReporter("fast");
    MemoryJournal journal = new MemoryJournal(BOUND);
    Delivery delivery = new Delivery(stores(journal), List.of(slow, fast), AT_ONCE, UPKEEP);

    for (int number = 1; number <= 10_000; number++) {
      delivery.accept(Records.record(number, 200));
      assertThat(journal.bytes()).isLessThanOrEqualTo(BOUND);
      if (number % 1_000 == 0) {
        gate.release();
      }
    }
    gate.release(1_000);

    assertThat(delivery.flush(LONG)).isTrue();
    LaneFigures figures = delivery.figures().get(0);
    assertThat(figures.recorded()).isEqualTo(10_000);
    assertThat(figures.delivered()).isEqualTo(slow.accepted().size()).isLessThan(10_000);
    assertThat(figures.dropped()).containsOnlyKeys("journal_full");
    assertThat(slow.accepted()).isSorted().contains(10_000);
    delivery.figures().forEach(DeliveryHarness::assertSums);
    assertThat(delivery.figures().get(1).delivered()).isEqualTo(fast.accepted().size());
    assertThat(journal.bytes()).isZero();
    delivery.close(LONG);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void holdWhateverReportersDo(long seed) {
    RecordingReporter calm = new RecordingReporter("calm");
    RecordingReporter erratic = new RecordingReporter("erratic", erratic(seed));
    RecordingReporter worse = new RecordingReporter("worse", erratic(~seed));
    Terms terms = terms(options(8, Duration.ofSeconds(1)), StubPace.hasty());
    MemoryJournal journal = new MemoryJournal(4_000);
    Delivery delivery = new Delivery(stores(journal), List.of(calm, erratic, worse), terms);

    accept(delivery, 1, 300);
    assertThat(delivery.flush(LONG)).isTrue();
    delivery.figures().forEach(lane -> assertThat(lane.waiting()).isZero());
    delivery.figures().forEach(DeliveryHarness::assertSums);
    accept(delivery, 301, 600);
    delivery.close(LONG);

    delivery.figures().forEach(DeliveryHarness::assertSums);
    for (RecordingReporter reporter : List.of(calm, erratic, worse)) {
      assertThat(reporter.accepted()).isSorted().doesNotHaveDuplicates();
    }
    assertThat(delivery.figures())
        .extracting(LaneFigures::delivered)
        .containsExactly(
            (long) calm.accepted().size(), (long) erratic.accepted().size(), (long)
                worse.accepted().size());
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  private static RecordingReporter.Answer erratic(long seed) {
    Random random = new Random(seed);
    return batch -> answer(batch, random);
  }

  private static Outcome answer(Batch batch, Random random) throws IOException {
    Outcome some = Outcome.accepted(random.nextInt(batch.records().size()));
    int skipped = random.nextInt(batch.records().size() - some.accepted());
    return switch (random.nextInt(9)) {
      case 0 -> throw new IOException("no route");
      case 1 -> throw new IllegalStateException("confused");
      case 2 -> some.retry(Duration.ofMillis(random.nextInt(100)));
      case 3 -> some.rejected("disliked");
      case 4 -> some;
      case 5 -> some.skipping(skipped).rejected("disliked");
      case 6 -> some.skipping(skipped).retry(Duration.ofMillis(random.nextInt(100)));
      default -> batch.accepted();
    };
  }
}
