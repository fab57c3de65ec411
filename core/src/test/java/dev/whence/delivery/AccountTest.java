package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.retry.StubPace;
import dev.whence.event.Category;
import dev.whence.journal.MemoryJournal;
import dev.whence.report.Batch;
import dev.whence.report.Loss;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Destinations are told what they will not get. */
class AccountTest extends DeliveryHarness {
  private final Map<String, Long> refused = new ConcurrentHashMap<>();
  private final Listener listener = new Listener();

  /** Keeps what it is told. */
  private static class Listener implements Reporter {
    final BlockingQueue<Loss> told = new LinkedBlockingQueue<>();
    final AtomicInteger outages = new AtomicInteger();

    @Override
    public String name() {
      return "listener";
    }

    @Override
    public Outcome report(Batch batch) throws IOException {
      return batch.accepted();
    }

    @Override
    public boolean account(List<Loss> losses) throws IOException {
      if (outages.getAndDecrement() > 0) {
        throw new IOException("no route");
      }
      told.addAll(losses);
      return true;
    }

    Loss await() throws InterruptedException {
      Loss loss = told.poll(30, TimeUnit.SECONDS);
      if (loss == null) {
        throw new AssertionError("nothing was told");
      }
      return loss;
    }
  }

  private Delivery delivery(Reporter reporter, Duration interval) {
    Upkeep upkeep = new Upkeep(interval, Duration.ofDays(1), () -> refused, Map::of);
    return delivery(new Terms(AT_ONCE, StubPace.frozen(), upkeep), reporter);
  }

  private static Loss loss(String reason, long count) {
    return new Loss(reason, Category.ERROR, count);
  }

  @Test
  void tellsOfWhatWasRefusedThoughNothingWasRecorded() throws Exception {
    Delivery delivery = delivery(listener, Duration.ofMillis(1));

    refused.put("sample_rate", 3L);
    delivery.refused();
    assertThat(listener.await()).isEqualTo(loss("sample_rate", 3));

    refused.put("sample_rate", 5L);
    assertThat(listener.await()).isEqualTo(loss("sample_rate", 2));
  }

  @Test
  void tellsOfWhatTheLaneDroppedButNotOfWhatIsAnothersBusiness() throws Exception {
    Reporter picky = new Listener() {
      @Override
      public Outcome report(Batch batch) {
        int two = Records.numbers(batch).indexOf(2);
        return two < 0
            ? Outcome.accepted(0).skipping(batch.records().size())
            : Outcome.accepted(0).skipping(two).rejected("too_large");
      }

      @Override
      public boolean account(List<Loss> losses) throws IOException {
        return listener.account(losses);
      }
    };
    Delivery delivery = delivery(
        new Terms(
            AT_ONCE,
            StubPace.frozen(),
            new Upkeep(Duration.ofMillis(1), Duration.ofDays(1), Map::of, Map::of)),
        picky);

    accept(delivery, 1, 3);

    assertThat(listener.await()).isEqualTo(loss("too_large", 1));
    assertThat(delivery.flush(LONG)).isTrue();
    delivery.close(LONG);
    assertThat(only(delivery).dropped()).isEqualTo(Map.of("too_large", 1L, "filtered", 2L));
    assertThat(listener.told).isEmpty();
  }

  @Test
  void tellsAtTheEndWhatIsNotToldYet() {
    Delivery delivery = delivery(listener, LONG);
    refused.put("ignored", 7L);
    delivery.refused();

    delivery.close(LONG);

    assertThat(listener.told).containsExactly(loss("ignored", 7));
  }

  @Test
  void tellsAgainWhatDidNotGetThrough() throws Exception {
    listener.outages.set(3);
    Delivery delivery = delivery(listener, Duration.ofMillis(1));
    refused.put("ignored", 7L);

    delivery.refused();

    assertThat(listener.await()).isEqualTo(loss("ignored", 7));
  }

  @Test
  void doesNotAskAgainWhoDoesNotWantToKnow() {
    AtomicInteger asked = new AtomicInteger();
    Reporter indifferent = new Listener() {
      @Override
      public boolean account(List<Loss> losses) {
        asked.incrementAndGet();
        return false;
      }
    };
    Delivery delivery = delivery(indifferent, Duration.ofMillis(1));
    refused.put("ignored", 1L);
    delivery.refused();
    delivery.close(LONG);

    assertThat(asked).hasValue(1);
  }

  @Test
  void tellsWhileTheDestinationWantsNoRecords() throws Exception {
    StubPace pace = StubPace.frozen();
    Reporter limited = new Listener() {
      @Override
      public Outcome report(Batch batch) {
        return Outcome.accepted(0).retry(Duration.ofHours(1));
      }

      @Override
      public boolean account(List<Loss> losses) throws IOException {
        return listener.account(losses);
      }
    };
    Delivery delivery = new Delivery(
        stores(new MemoryJournal(1 << 20)),
        List.of(limited),
        new Terms(
            AT_ONCE,
            pace,
            new Upkeep(Duration.ofMillis(1), Duration.ofDays(1), () -> refused, Map::of)));
    accept(delivery, 1, 1);
    assertThat(pace.awaitWait()).isEqualTo(Duration.ofHours(1));

    refused.put("ignored", 7L);

    assertThat(listener.await()).isEqualTo(loss("ignored", 7));
    assertThat(only(delivery).waiting()).isEqualTo(1);
    delivery.close(Duration.ZERO);
  }
}
