package dev.whence.record;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait for one event to be in the journal for good. For any thread. */
public final class Ticket {
  private final CountDownLatch settled = new CountDownLatch(1);
  private volatile boolean isRecorded;

  /** Ends the wait. */
  void settle(boolean recorded) {
    isRecorded = recorded;
    settled.countDown();
  }

  /**
   * Waits until {@code deadline} in {@link System#nanoTime}, and says whether the event is in the
   * journal by then. An interrupt ends the wait and is kept.
   */
  public boolean await(long deadline) {
    try {
      return settled.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && isRecorded;
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says whether it is known what became of the event. */
  public boolean isSettled() {
    return settled.getCount() == 0;
  }
}
