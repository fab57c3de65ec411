package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.whence.delivery.retry.Pace;
import dev.whence.journal.FileJournal;
import dev.whence.journal.JournalRoot;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What instances that ended with something waiting have left behind. */
class AdoptionTest extends DeliveryHarness {
  @TempDir
  Path directory;

  private JournalRoot root;
  private final RecordingReporter one = new RecordingReporter("one");
  private final RecordingReporter two = new RecordingReporter("two");

  @BeforeEach
  void setUp() {
    root = new JournalRoot(directory, "shop", 1 << 20);
  }

  private Delivery delivery(FileJournal journal, Duration interval, Reporter... reporters) {
    Upkeep upkeep = new Upkeep(interval, Duration.ofDays(1), Map::of, Map::of);
    return new Delivery(
        stores(journal), List.of(reporters), new Terms(AT_ONCE, Pace.SYSTEM, upkeep));
  }

  /** Leaves behind two journals: one and two read the first, one alone has read half the second. */
  private void leaveTwoJournals() throws IOException {
    FileJournal first = root.claim();
    FileJournal second = root.claim();
    Delivery left = delivery(first, LONG, failing("one"), failing("two"));
    Delivery right = delivery(second, LONG, new RecordingReporter("one"), failing("two"));
    accept(left, 1, 3);
    accept(right, 4, 6);
    awaitDelivered(right, 3);
    left.close(Duration.ZERO);
    right.close(Duration.ZERO);
  }

  private static RecordingReporter failing(String name) {
    return new RecordingReporter(name, Answers.OUTAGE);
  }

  private static void awaitDelivered(Delivery delivery, long count) {
    while (delivery.figures().get(0).delivered() < count) {
      assertThat(delivery.flush(Duration.ofMillis(1))).isFalse();
    }
  }

  @Test
  void arriveOnceForEachReporterThatHadNotHadThem() throws Exception {
    leaveTwoJournals();
    Delivery delivery = delivery(root.claim(), LONG, one, two);

    await(() -> two.accepted().size() == 6);
    assertThat(delivery.flush(LONG)).isTrue();

    assertThat(one.accepted()).containsExactly(1, 2, 3);
    assertThat(two.accepted()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(delivery.figures())
        .extracting(LaneFigures::adopted, LaneFigures::delivered)
        .containsExactly(tuple(3L, 3L), tuple(6L, 6L));
    delivery.close(LONG);
    delivery.figures().forEach(DeliveryHarness::assertSums);
  }

  @Test
  void areFoundWhileOthersRun() throws Exception {
    Delivery before = delivery(root.claim(), LONG, failing("one"));
    Delivery after = delivery(root.claim(), Duration.ofMillis(1), one);
    accept(before, 1, 3);
    accept(after, 4, 4);

    before.close(Duration.ZERO);

    await(() -> one.accepted().size() == 4);
    assertThat(one.accepted()).containsExactly(4, 1, 2, 3);
    after.close(LONG);
    after.figures().forEach(DeliveryHarness::assertSums);
    assertThat(segments("shop-1")).isEmpty();
  }

  @Test
  void areLeftToTheNextOneByWhoeverCannotDeliverThemEither() throws Exception {
    leaveTwoJournals();
    Delivery failing = delivery(root.claim(), LONG, failing("one"), failing("two"));
    await(() -> failing.figures().get(1).adopted() == 6);
    failing.close(Duration.ZERO);
    assertThat(failing.figures().get(1).waiting()).isEqualTo(6);

    Delivery delivery = delivery(root.claim(), LONG, one, two);
    await(() -> two.accepted().size() == 6);

    delivery.close(LONG);
    assertThat(one.accepted()).containsExactly(1, 2, 3);
    delivery.figures().forEach(DeliveryHarness::assertSums);
  }

  @Test
  void areGivenUpWhenTheyAreTooOld() throws Exception {
    leaveTwoJournals();
    for (Path segment : segments("shop-2")) {
      Files.setLastModifiedTime(segment, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }
    Delivery delivery = delivery(root.claim(), LONG, one, two);

    await(() -> two.accepted().size() == 3);
    while (!segments("shop-2").isEmpty()) {
      Thread.onSpinWait();
    }

    delivery.close(LONG);
    assertThat(two.accepted()).containsExactly(1, 2, 3);
    delivery.figures().forEach(DeliveryHarness::assertSums);
  }

  private List<Path> segments(String journal) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(journal))) {
      return files.filter(file -> file.toString().endsWith(".whj")).toList();
    }
  }
}
