package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.Pace;
import dev.whence.journal.Journal;
import dev.whence.journal.MemoryJournal;
import dev.whence.report.Reporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Builds deliveries, closes them, and sees to it that each left its sums right and no thread. */
@Timeout(60)
abstract class DeliveryHarness {
  /** Long enough for every machine. Nothing waits that long unless it is broken. */
  static final Duration LONG = Duration.ofSeconds(50);

  /** No lingering, so that what is accepted goes at once. */
  static final DeliveryOptions AT_ONCE = options(100, Duration.ZERO);

  /** Upkeep with nothing to tell but what lanes lose. */
  static final Upkeep UPKEEP = new Upkeep(Duration.ofDays(7), Map::of, Map::of);

  final CapturedLog log = new CapturedLog();
  private final List<Delivery> built = new ArrayList<>();

  static DeliveryOptions options(int maxCount, Duration linger) {
    return new DeliveryOptions(
        maxCount, 1 << 20, linger, Duration.ofMillis(500), Duration.ofSeconds(60));
  }

  /** Returns {@code errors} with a place for traces beside it. */
  static Delivery.Stores stores(Journal errors) {
    return new Delivery.Stores(errors, new MemoryJournal(1 << 20));
  }

  static Terms terms(DeliveryOptions options, Pace pace) {
    return new Terms(options, pace, UPKEEP);
  }

  Delivery delivery(Pace pace, Reporter... reporters) {
    return delivery(terms(AT_ONCE, pace), reporters);
  }

  Delivery delivery(Terms terms, Reporter... reporters) {
    Delivery delivery = new Delivery(stores(new MemoryJournal(1 << 20)), List.of(reporters), terms);
    built.add(delivery);
    return delivery;
  }

  @AfterEach
  void everyDeliveryEndsWithItsSumsRight() {
    for (Delivery delivery : built) {
      delivery.close(LONG);
      delivery.figures().forEach(DeliveryHarness::assertSums);
    }
    log.close();
  }

  static void accept(Delivery delivery, int first, int last) {
    for (int number = first; number <= last; number++) {
      assertThat(delivery.accept(Records.record(number))).isEqualTo(Receipt.RECORDED);
    }
  }

  /** Waits for what another thread does, for as long as the test may take. */
  static void await(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  static LaneFigures only(Delivery delivery) {
    assertThat(delivery.figures()).hasSize(1);
    return delivery.figures().get(0);
  }

  static void assertSums(LaneFigures lane) {
    long dropped = lane.dropped().values().stream().mapToLong(Long::longValue).sum();
    assertThat(lane.delivered() + lane.waiting() + dropped)
        .as("%s", lane)
        .isEqualTo(lane.recorded() + lane.adopted());
  }

  /** Returns the threads that live and belong to a lane called {@code lane}. */
  static List<Thread> threads(String lane) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> thread.getName().startsWith("whence-"))
        .filter(thread -> thread.getName().endsWith("-" + lane))
        .toList();
  }
}
