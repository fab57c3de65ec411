package dev.whence.delivery;

import dev.whence.journal.Cursor;
import dev.whence.report.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of a lane's records, and moves the lane's cursor in the same step so that the
 * sums hold. Safe for use by many threads.
 */
final class Tally {
  /** The reason of records that are another reporter's. */
  static final String FILTERED = "filtered";

  /** Reasons beyond this many count as one, since a reporter may make them up. */
  private static final int MAX_REASONS = 50;

  private final LaneCursor cursor;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private final Map<String, Long> dropped = new HashMap<>();
  private long adopted;
  private long delivered;
  private long passed; // by the cursor: delivered or dropped by the lane
  private long dealtWith; // passed and lost, as of when no frame was in hand
  private long left; // waiting when closed
  private boolean closed;
  private @Nullable String lastFault;
  private @Nullable Instant failingSince;

  Tally(LaneCursor cursor) {
    this.cursor = cursor;
    this.adopted = cursor.waiting();
  }

  long adopted() {
    lock.lock();
    try {
      return adopted;
    } finally {
      lock.unlock();
    }
  }

  /** Takes in what waits in somebody else's journal, and what was too old to wait any longer. */
  void adopt(Cursor left) {
    lock.lock();
    try {
      adopted += left.waiting() + left.lost();
      cursor.add(left);
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of such a journal, from which nothing waits any more. */
  void release(Cursor drained) {
    lock.lock();
    try {
      cursor.remove(drained);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Notes that the first of the frames in hand were delivered or left out, that the next was
   * dropped if there is a rejection, and that the others go back to wait.
   */
  void settle(Outcome outcome) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      String rejection = outcome.rejection();
      int done = outcome.accepted() + outcome.skipped();
      int count = rejection == null ? done : done + 1;
      cursor.advance(count);
      passed += count;
      dealtWith = passed + cursor.lost();
      delivered += outcome.accepted();
      count(FILTERED, outcome.skipped(), dropped);
      if (rejection != null) {
        boolean known = dropped.containsKey(rejection) || dropped.size() < MAX_REASONS;
        dropped.merge(known ? rejection : "other", 1L, Long::sum);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void failed(String fault, Instant now) {
    lock.lock();
    try {
      lastFault = fault;
      failingSince = failingSince == null ? now : failingSince;
    } finally {
      lock.unlock();
    }
  }

  void worked() {
    lock.lock();
    try {
      failingSince = null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the counting; what still waits is dropped unless the journal {@code keeps} it. */
  void close(boolean keeps) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      left = cursor.waiting();
      countLost(dropped);
      if (!keeps) {
        count("closed", left, dropped);
        left = 0;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the first {@code target} records were delivered or dropped, and returns whether
   * they were; false if that has not come by {@code deadline} in {@link System#nanoTime}.
   */
  boolean awaitDealtWith(long target, long deadline) throws InterruptedException {
    lock.lock();
    try {
      long remaining = deadline - System.nanoTime();
      while (!isDealtWith(target) && !closed && remaining > 0) {
        remaining = changed.awaitNanos(remaining);
      }
      return isDealtWith(target);
    } finally {
      lock.unlock();
    }
  }

  /** Asks the cursor last, since records may have gone while no thread looked at them. */
  private boolean isDealtWith(long target) {
    return dealtWith >= target || (!closed && cursor.waiting() == 0);
  }

  LaneFigures figures(String name, long recorded, boolean isCircuitOpen) {
    lock.lock();
    try {
      long waiting = closed ? left : cursor.waiting();
      return new LaneFigures(
          name,
          recorded,
          adopted,
          delivered,
          waiting,
          reasons(),
          lastFault,
          failingSince,
          isCircuitOpen);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many records were lost, by reason. */
  Map<String, Long> dropped() {
    lock.lock();
    try {
      return reasons();
    } finally {
      lock.unlock();
    }
  }

  private Map<String, Long> reasons() {
    Map<String, Long> reasons = new HashMap<>(dropped);
    if (!closed) {
      countLost(reasons);
    }
    return reasons;
  }

  private void countLost(Map<String, Long> reasons) {
    long lost = cursor.lost(); // first, so that what expires just now is not told as both
    long expired = cursor.expired();
    count("expired", expired, reasons);
    count("journal_full", lost - expired, reasons);
  }

  private static void count(String reason, long records, Map<String, Long> reasons) {
    if (records > 0) {
      reasons.merge(reason, records, Long::sum);
    }
  }
}
