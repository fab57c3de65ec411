package dev.whence.record;

import dev.whence.event.EventId;
import dev.whence.refuse.Refusal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What waits for the recorder, bounded in bytes. For any thread; refuses rather than waits. */
final class Inbox {
  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition settled = lock.newCondition();

  // Guarded by lock.
  private final ArrayDeque<Snapshot> queue = new ArrayDeque<>();
  private long bytes;
  private int unsettled;
  private boolean isClosed;
  private boolean isDrained;

  Inbox(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Takes {@code snapshot} in, or says why not. */
  @Nullable
  Refusal offer(Snapshot snapshot) {
    int weight = snapshot.weight();
    lock.lock();
    try {
      if (isClosed) {
        return Refusal.CLOSED;
      }
      if (bytes + weight > maxBytes) {
        return Refusal.INBOX_FULL;
      }
      queue.add(snapshot);
      bytes += weight;
      unsettled++;
      filled.signal();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes in what the recorder itself has to say, even when the inbox is closed. */
  void add(Snapshot snapshot) {
    lock.lock();
    try {
      queue.add(snapshot);
      bytes += snapshot.weight();
      unsettled++;
    } finally {
      lock.unlock();
    }
  }

  /** Takes out the oldest; null if there is none. */
  @Nullable
  Snapshot poll() {
    lock.lock();
    try {
      Snapshot snapshot = queue.poll();
      if (snapshot != null) {
        bytes -= snapshot.weight();
      }
      return snapshot;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for more, at most {@code nanos}, and says whether there may be any: not after the inbox
   * was closed.
   *
   * @param isEnd whether the caller has seen that it is closed, and has nothing to add
   */
  boolean awaitMore(long nanos, boolean isEnd) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (queue.isEmpty() && !isClosed && left > 0) {
        left = filled.awaitNanos(left);
      }
      isDrained = isEnd && queue.isEmpty();
      settled.signalAll();
      return !isDrained;
    } finally {
      lock.unlock();
    }
  }

  /** Says that one of those taken out has become a record or was refused. */
  void settle() {
    lock.lock();
    try {
      unsettled--;
      settled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Counts those that wait and those that are being recorded. */
  int unsettled() {
    lock.lock();
    try {
      return unsettled;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is left to settle, and says whether that came true. */
  boolean awaitSettled(long nanos) throws InterruptedException {
    return await(nanos, () -> unsettled == 0);
  }

  /** Waits until nothing is left to settle nor to come once the inbox is closed. */
  boolean awaitDrained(long nanos) throws InterruptedException {
    return await(nanos, () -> unsettled == 0 && isDrained);
  }

  private boolean await(long nanos, BooleanSupplier isReached) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!isReached.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = settled.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Refuses what comes from here on; what is there can still be taken. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
      filled.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Throws away what waits and returns its IDs. */
  List<EventId> clear() {
    lock.lock();
    try {
      List<EventId> left = queue.stream().map(snapshot -> snapshot.what().id()).toList();
      queue.clear();
      bytes = 0;
      unsettled -= left.size();
      settled.signalAll();
      return left;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }
}
