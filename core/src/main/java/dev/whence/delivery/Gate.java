package dev.whence.delivery;

import dev.whence.delivery.retry.Pace;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Says when a lane's thread may send: it waits here for records, for more to send along, and after
 * failures. Safe for use by many threads, of which one passes.
 */
final class Gate {
  /** No wait is longer, whatever a reporter asks for. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final LongSupplier waiting;
  private final DeliveryOptions options;
  private final Pace pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private boolean gathering = true;
  private int gathered;
  private long gatheredBytes;
  private boolean nudged;
  private boolean accounting;
  private boolean closing;
  private long closingUntil;
  private boolean stopped;

  Gate(LongSupplier waiting, Terms terms) {
    this.waiting = waiting;
    this.options = terms.options();
    this.pace = terms.pace();
  }

  /** Notes that the journal has one more record. */
  void recorded(int bytes) {
    lock.lock();
    try {
      if (!gathering) {
        return; // the thread is busy, or waits for something else
      }
      gathered++;
      gatheredBytes += bytes;
      if (gathered == 1 || isBatchFull()) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets the thread look again, since there may be something waiting. */
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Calls the thread away from whatever it waits for, to account for losses. */
  void account() {
    lock.lock();
    try {
      accounting = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait under way, or else the next one, before its time. */
  void nudge() {
    lock.lock();
    try {
      nudged = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets pass what waits, but after {@code patience} nothing that a failure holds up. */
  void close(Duration patience) {
    lock.lock();
    try {
      closing = true;
      closingUntil = pace.nanoTime() + TimeUnit.NANOSECONDS.convert(patience);
      nudged = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nothing pass any more. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isStopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** What the thread is to do next. */
  enum Turn {
    SEND,
    ACCOUNT,
    END
  }

  /**
   * Waits for a batch to send, or whatever there is to do. What came while the thread was busy goes
   * at once; what comes while it is idle waits for more.
   */
  Turn awaitTurn() {
    lock.lock();
    try {
      if (waiting.getAsLong() == 0) {
        idle();
      }
      if (isAccountDue()) {
        return Turn.ACCOUNT;
      }
      if (gathering) {
        linger();
      }
      gathering = false;
      return isOver() ? Turn.END : Turn.SEND;
    } finally {
      lock.unlock();
    }
  }

  private boolean isAccountDue() {
    boolean isDue = accounting;
    accounting = false;
    return isDue && !closing;
  }

  private void idle() {
    gathering = true;
    while (waiting.getAsLong() == 0 && !accounting && !isOver()) {
      gathered = 0;
      gatheredBytes = 0;
      nudged = false;
      changed.awaitUninterruptibly();
    }
  }

  private void linger() {
    long left = TimeUnit.NANOSECONDS.convert(options.linger());
    long end = pace.nanoTime() + left;
    while (left > 0 && !isBatchFull() && !nudged && !closing && !stopped) {
      await(left);
      left = end - pace.nanoTime();
    }
    nudged = false;
  }

  /**
   * Waits before the next try, unless close cannot wait that long: then nothing passes any more.
   *
   * @return how much of that is left, where losses are to be accounted for meanwhile; else zero
   */
  Duration pause(Duration wait) {
    long nanos = (wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).toNanos();
    if (nanos == 0) {
      return Duration.ZERO;
    }
    lock.lock();
    try {
      long end = pace.nanoTime() + nanos;
      for (long left = nanos; left > 0 && !nudged && !stopped; left = end - pace.nanoTime()) {
        if (isAccountDue()) {
          return Duration.ofNanos(left);
        }
        if (closing && end - closingUntil > 0) {
          stopped = true;
        } else {
          await(left);
        }
      }
      nudged = false;
      return Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  private void await(long nanos) {
    try {
      pace.await(changed, nanos);
    } catch (InterruptedException stray) {
      // stop() is what ends the thread, and it signals; any other interrupt only wakes it early
    }
  }

  private boolean isBatchFull() {
    return gathered >= options.maxCount() || gatheredBytes >= options.maxBytes();
  }

  private boolean isOver() {
    return stopped || (closing && waiting.getAsLong() == 0);
  }
}
