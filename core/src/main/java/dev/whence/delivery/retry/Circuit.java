package dev.whence.delivery.retry;

import java.time.Duration;

/**
 * How a lane treats a destination that fails. It waits longer after each failure in a row; from the
 * third on the circuit is open, and each try a probe of one record, until one arrives.
 *
 * <p>Retries have a budget: each failure takes a token, each success gives back a part of one.
 * While none is left, a success does not shorten the waits, so that a destination that fails again
 * and again is spared. One thread alone, but for {@link #isOpen}.
 */
public final class Circuit {
  private static final int OPENS_AFTER = 3;
  private static final double MOST_TOKENS = 10;
  private static final double EARNED = 0.2;

  private final Backoff backoff;
  private volatile boolean isOpen;
  private int failures;
  private double tokens = MOST_TOKENS;

  /**
   * Makes one that is closed.
   *
   * @param base the longest wait after one failure
   * @param cap the longest wait after any number of failures
   */
  public Circuit(Duration base, Duration cap, Pace pace) {
    this.backoff = new Backoff(base, cap, pace);
  }

  /** Notes a failure and returns how long to wait, unless the destination says so itself. */
  public Duration failed() {
    failures++;
    isOpen = failures >= OPENS_AFTER;
    tokens = Math.max(0, tokens - 1);
    return backoff.next();
  }

  public void worked() {
    failures = 0;
    isOpen = false;
    tokens = Math.min(MOST_TOKENS, tokens + EARNED);
    if (tokens >= 1) {
      backoff.reset();
    }
  }

  /** Whether nothing but probes is sent. Any thread. */
  public boolean isOpen() {
    return isOpen;
  }

  /** How many records the next try may have, where {@code most} are wanted. */
  public int limit(int most) {
    return isOpen ? 1 : most;
  }
}
