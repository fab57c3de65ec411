package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.Pace;
import dev.whence.delivery.retry.StubPace;
import dev.whence.delivery.retry.Suspicion;
import dev.whence.journal.Cursor;
import dev.whence.journal.FileJournal;
import dev.whence.journal.Journal;
import dev.whence.journal.JournalRoot;
import dev.whence.report.Loss;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outages that end at the wrong moment, and journals that are adopted in trouble. */
class AdoptionTroubleTest extends DeliveryHarness {
  @TempDir
  Path directory;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Delivery delivery(Journal journal, Duration interval, Pace pace, Reporter... reporters) {
    Upkeep upkeep = new Upkeep(interval, Duration.ofDays(1), Map::of, Map::of);
    return new Delivery(stores(journal), List.of(reporters), new Terms(AT_ONCE, pace, upkeep));
  }

  private static List<Path> segments(Path journal) throws IOException {
    try (Stream<Path> files = Files.list(journal)) {
      return files.filter(file -> file.toString().endsWith(".whj")).toList();
    }
  }

  // Poison.

  @Test
  void anOutageThatEndsWhileOthersAreTriedCostsNoRecord() {
    RecordingReporter reporter = new RecordingReporter("recording");
    for (int failure = 1; failure <= Suspicion.OUTAGES; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    Delivery delivery = delivery(StubPace.hasty(), reporter);

    accept(delivery, 1, 3);
    // the first batch may have held the first record alone: that changes nothing

    assertThat(delivery.flush(LONG)).isTrue();
    assertThat(only(delivery).dropped()).isEmpty();
    assertThat(reporter.accepted()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void aRecordThatIsToWaitForItsRateLimitIsNotLeftOutBehindAnotherThatFails() throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    RecordingReporter reporter = new RecordingReporter("limited", batch -> {
      List<Integer> numbers = Records.numbers(batch);
      awaitQuietly(all);
      if (numbers.get(0) == 1) {
        throw new IOException("answered 500");
      }
      return batch.accepted();
    });
    Delivery delivery = delivery(StubPace.hasty(), reporter);
    accept(delivery, 1, 3);
    // five failures at the first, then the second is asked to wait, the third would be taken
    for (int failure = 1; failure <= Suspicion.OUTAGES; failure++) {
      reporter.then(Answers.OUTAGE);
    }
    reporter.then(batch -> Outcome.accepted(0).retry(Duration.ofMinutes(1)));
    all.countDown();

    boolean unused = delivery.flush(PATIENCE);
    assertThat(reporter.accepted()).contains(2, 3);
    assertThat(only(delivery).dropped()).doesNotContainKey("filtered");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRecordThatWasNeverTriedIsNoPoison() throws Exception {
    JournalRoot root = new JournalRoot(directory, "shop", 1 << 20);
    FileJournal own = root.claim();
    FileJournal other = root.claim();
    Delivery left =
        delivery(other, LONG, Pace.SYSTEM, new RecordingReporter("one", Answers.OUTAGE));
    accept(left, 1, 1);
    left.close(Duration.ZERO);

    Delivery[] mine = new Delivery[1];
    int[] failures = new int[1];
    CountDownLatch isMade = new CountDownLatch(1);
    RecordingReporter one = new RecordingReporter("one", batch -> {
      awaitQuietly(isMade);
      if (Records.numbers(batch).get(0) != 1) {
        return batch.accepted();
      }
      failures[0]++;
      if (failures[0] == Suspicion.OUTAGES) {
        accept(mine[0], 2, 4); // recorded while the fifth try is under way
      }
      throw new IOException("answered 500");
    });
    mine[0] = delivery(own, LONG, StubPace.hasty(), one);
    isMade.countDown();

    await(() -> one.accepted().contains(4));
    mine[0].close(Duration.ZERO);
    assertThat(one.accepted()).contains(2, 3, 4);
  }

  // Adoption.

  @Test
  void deletedFilesAreNoReasonToAdoptOnesOwnJournal() throws Exception {
    JournalRoot root = new JournalRoot(directory, "shop", 1 << 14);
    RecordingReporter one = new RecordingReporter("one");
    Delivery delivery = delivery(root.claim(), Duration.ofMillis(1), Pace.SYSTEM, one);
    accept(delivery, 1, 1);
    assertThat(delivery.flush(LONG)).isTrue();
    try (Stream<Path> files = Files.walk(directory.resolve("shop-1"))) {
      files.sorted(Comparator.reverseOrder()).forEach(AdoptionTroubleTest::delete);
    }

    for (int number = 2; number <= 300; number++) { // a segment is full with every second
      assertThat(delivery.accept(Records.record(number, 500))).isEqualTo(Receipt.RECORDED);
      boolean unused = delivery.flush(Duration.ofMillis(2));
    }
    delivery.close(LONG);

    assertThat(delivery.figures().get(0).adopted()).isZero();
    assertThat(one.accepted()).doesNotHaveDuplicates();
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void alsoTheSecondLaneGetsAllOfAnAdoptedJournal() throws Exception {
    FileJournal left = FileJournal.open(directory.resolve("left"), 1 << 14);
    left.cursor("one");
    left.cursor("two");
    for (int number = 1; number <= 20; number++) {
      left.append(RecordFrame.encode(Records.record(number, 500)));
    }
    left.close();
    RecordingReporter one = new RecordingReporter("one");
    RecordingReporter two = new RecordingReporter("two");
    FileJournal orphan = FileJournal.open(directory.resolve("left"), 1 << 14);
    // the second lane's cursor takes its time, as on a slow disk
    Journal slow = new Relay(orphan) {
      @Override
      public Cursor cursor(String name) {
        if (name.equals("two")) {
          long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
          while (one.accepted().size() < 20 && System.nanoTime() < end) {
            Thread.onSpinWait();
          }
        }
        return super.cursor(name);
      }
    };
    boolean[] given = new boolean[1];
    Journal own = new Relay(FileJournal.open(directory.resolve("own"), 1 << 14)) {
      @Override
      public List<Journal> orphans() {
        boolean isGiven = given[0];
        given[0] = true;
        return isGiven ? List.of() : List.of(slow);
      }
    };

    Delivery delivery = delivery(own, LONG, Pace.SYSTEM, one, two);
    await(() -> delivery.figures().get(0).adopted() == 20);
    await(() -> one.accepted().size() == 20);
    boolean unused = delivery.flush(PATIENCE);
    delivery.close(LONG);

    assertThat(two.accepted()).isEqualTo(Records.range(1, 20));
  }

  @Test
  void whatAReporterHasWaitingThatTheAdopterDoesNotHaveIsKept() throws Exception {
    JournalRoot root = new JournalRoot(directory, "shop", 1 << 20);
    FileJournal first = root.claim();
    FileJournal second = root.claim();
    Delivery before = delivery(
        second,
        LONG,
        Pace.SYSTEM,
        new RecordingReporter("sentry", Answers.OUTAGE),
        new RecordingReporter("lines", Answers.OUTAGE));
    accept(before, 1, 3);
    before.close(Duration.ZERO);

    RecordingReporter sentry = new RecordingReporter("sentry");
    Delivery without = delivery(first, LONG, Pace.SYSTEM, sentry);
    await(() -> sentry.accepted().size() == 3);
    without.close(LONG);

    RecordingReporter lines = new RecordingReporter("lines");
    Delivery with =
        delivery(root.claim(), LONG, Pace.SYSTEM, new RecordingReporter("sentry"), lines);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines.accepted().size() < 3 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    with.close(LONG);
    assertThat(lines.accepted()).containsExactly(1, 2, 3);
  }

  @Test
  void oneJournalThatCannotBeAdoptedIsNoReasonToForgetTheOthers() throws Exception {
    JournalRoot root = new JournalRoot(directory, "shop", 1 << 20);
    FileJournal[] journals = {root.claim(), root.claim(), root.claim()};
    for (int number = 1; number <= 2; number++) {
      Delivery left = delivery(
          journals[number], LONG, Pace.SYSTEM, new RecordingReporter("one", Answers.OUTAGE));
      accept(left, number, number);
      left.close(Duration.ZERO);
    }
    Path position = directory.resolve("shop-2").resolve("one.position");
    Files.delete(position);
    Files.createDirectory(position); // cannot be read

    RecordingReporter one = new RecordingReporter("one");
    Delivery delivery = delivery(journals[0], Duration.ofMillis(1), Pace.SYSTEM, one);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!one.accepted().contains(2) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    delivery.close(LONG);

    assertThat(one.accepted()).contains(2);
  }

  @Test
  void whatIsTooOldToBeAdoptedIsCounted() throws Exception {
    JournalRoot root = leaveThree();
    RecordingReporter one = new RecordingReporter("one");
    Delivery delivery = delivery(root.claim(), LONG, new Later(Duration.ofDays(2)), one);
    await(() -> hasNoSegments("shop-5"));
    delivery.close(LONG);

    assertThat(delivery.figures().get(0).dropped()).isEqualTo(Map.of("expired", 3L));
  }

  @Test
  void whatWasAdoptedIsGivenUpAtItsAgeToo() throws Exception {
    JournalRoot root = leaveThree();
    Later pace = new Later(Duration.ZERO);
    RecordingReporter one = new RecordingReporter("one", Answers.OUTAGE);
    Delivery delivery = delivery(root.claim(), Duration.ofMillis(1), pace, one);
    await(() -> delivery.figures().get(0).adopted() == 3);

    pace.by = Duration.ofDays(2);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hasNoSegments("shop-5") && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    delivery.close(Duration.ZERO);

    assertThat(delivery.figures().get(0).dropped()).isEqualTo(Map.of("expired", 3L));
  }

  /** Leaves a journal in shop-5; shop-1 is claimed next. */
  private JournalRoot leaveThree() throws IOException {
    JournalRoot root = new JournalRoot(directory, "shop", 1 << 20);
    FileJournal first = root.claim();
    Delivery left =
        delivery(first, LONG, Pace.SYSTEM, new RecordingReporter("one", Answers.OUTAGE));
    accept(left, 1, 3);
    left.close(Duration.ZERO);
    Files.move(directory.resolve("shop-1"), directory.resolve("shop-5"));
    return root;
  }

  private boolean hasNoSegments(String journal) {
    try {
      return segments(directory.resolve(journal)).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The system's pace at another date. */
  private static final class Later implements Pace {
    private volatile Duration by;

    Later(Duration by) {
      this.by = by;
    }

    @Override
    public Instant now() {
      return Instant.now().plus(by);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void await(Condition signal, long nanos) throws InterruptedException {
      Pace.SYSTEM.await(signal, nanos);
    }

    @Override
    public RandomGenerator random() {
      return Pace.SYSTEM.random();
    }
  }

  // Flush.

  @Test
  void aFlushDoesNotWaitForWhatWasGivenUpForItsAge() throws Exception {
    FileJournal journal = FileJournal.open(directory.resolve("j"), 1 << 20);
    RecordingReporter failing = new RecordingReporter("one", Answers.OUTAGE);
    Delivery delivery = delivery(journal, LONG, Pace.SYSTEM, failing);
    accept(delivery, 1, 1);
    // what is in hand is not given up, so it waits until the failure is noted
    await(() -> delivery.figures().get(0).failingSince() != null);

    journal.expire(Instant.now().plusSeconds(60)); // as a round does
    await(() -> delivery.figures().get(0).waiting() == 0);

    assertThat(delivery.figures().get(0).dropped()).isEqualTo(Map.of("expired", 1L));
    boolean isDone = delivery.flush(PATIENCE);
    delivery.close(Duration.ZERO);
    assertThat(isDone).isTrue();
  }

  // What is told.

  @Test
  void aCountOfLossesNeverFallsWhenRecordsExpireWhileTheyAreCounted() {
    long[] expired = new long[1];
    Cursor cursor = new Cursor() {
      @Override
      public List<byte[]> next(int maxBytes, int maxCount) {
        return List.of();
      }

      @Override
      public void advance(int count) {}

      @Override
      public long waiting() {
        return 3 - expired[0];
      }

      @Override
      public long lost() {
        return expired[0];
      }

      @Override
      public long expired() {
        long before = expired[0];
        expired[0] = 3; // a round lets them go just now: nothing keeps it from doing so
        return before;
      }
    };
    Tally tally = new Tally(new LaneCursor(cursor));
    Ledger ledger = new Ledger(Map::of, tally::dropped);

    long told = 0;
    for (int time = 1; time <= 2; time++) {
      List<Loss> losses = ledger.untold();
      told += losses.stream().mapToLong(Loss::count).sum();
      ledger.told(losses);
    }

    assertThat(told).as("what the destination was told of three lost events").isEqualTo(3);
  }

  /** Hands everything on. */
  private static class Relay implements Journal {
    private final Journal journal;

    Relay(Journal journal) {
      this.journal = journal;
    }

    @Override
    public OptionalLong append(byte[] frame) {
      return journal.append(frame);
    }

    @Override
    public Cursor cursor(String name) {
      return journal.cursor(name);
    }

    @Override
    public long bytes() {
      return journal.bytes();
    }

    @Override
    public boolean isPersistent() {
      return journal.isPersistent();
    }

    @Override
    public void expire(Instant oldest) {
      journal.expire(oldest);
    }

    @Override
    public void discard() {
      journal.discard();
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
