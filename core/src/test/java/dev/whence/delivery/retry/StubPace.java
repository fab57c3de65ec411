package dev.whence.delivery.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.random.RandomGenerator;

/** A pace at which no wait takes real time, and whose random numbers are the largest possible. */
public final class StubPace implements Pace {
  public static final Instant START = Instant.parse("2026-03-29T01:59:59.123456789Z");

  private final boolean isFrozen;
  private final AtomicLong nanos = new AtomicLong();
  private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();

  private StubPace(boolean isFrozen) {
    this.isFrozen = isFrozen;
  }

  /** Returns a pace at which time stands still, so that only a signal ends a wait. */
  public static StubPace frozen() {
    return new StubPace(true);
  }

  /** Returns a pace at which every wait is over at once. */
  public static StubPace hasty() {
    return new StubPace(false);
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos.get());
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // the caller loops
  public void await(Condition signal, long wait) throws InterruptedException {
    waits.add(Duration.ofNanos(wait));
    if (isFrozen) {
      signal.await();
    } else {
      nanos.addAndGet(wait);
    }
  }

  @Override
  public RandomGenerator random() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return Long.MAX_VALUE;
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }

  /** Waits for the next wait that was not returned here yet. */
  public Duration awaitWait() throws InterruptedException {
    Duration wait = waits.poll(30, TimeUnit.SECONDS);
    if (wait == null) {
      throw new AssertionError("nobody waits");
    }
    return wait;
  }

  /** Returns the waits that were not returned here yet. */
  public List<Duration> waits() {
    List<Duration> left = new ArrayList<>();
    waits.drainTo(left);
    return left;
  }
}
