package dev.whence.delivery.retry;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.random.RandomGenerator;

/** Time and chance as lanes meet them. Safe for use by many threads. */
public interface Pace {
  /** The pace of the system's clock and of this thread's random numbers. */
  Pace SYSTEM = new Pace() {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller loops
    public void await(Condition signal, long nanos) throws InterruptedException {
      long unused = signal.awaitNanos(nanos);
    }

    @Override
    public RandomGenerator random() {
      return ThreadLocalRandom.current();
    }
  };

  Instant now();

  /** Counts nanoseconds from an arbitrary origin, like {@link System#nanoTime}. */
  long nanoTime();

  /** Waits for {@code signal}, at most {@code nanos}; may return early for no reason. */
  void await(Condition signal, long nanos) throws InterruptedException;

  /** Returns random numbers for the calling thread alone. */
  RandomGenerator random();
}
