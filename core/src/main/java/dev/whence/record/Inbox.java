package dev.whence.record;

import dev.whence.event.Category;
import dev.whence.refuse.Refusal;
import dev.whence.snapshot.Recordable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the recorder, bounded in bytes: errors, and behind them all else, with a bound of
 * its own. For any thread; refuses rather than waits.
 */
final class Inbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition settled = lock.newCondition();

  // Guarded by lock.
  private final Bay errors;
  private final Bay others;
  private boolean isClosed;
  private boolean isDrained;

  /** Whether something other than an error was turned away, and less than half is not yet done. */
  private volatile boolean isCrowded;

  /** Makes an inbox with these bounds in bytes. */
  Inbox(long errorBytes, long otherBytes) {
    this.errors = new Bay(errorBytes);
    this.others = new Bay(otherBytes);
  }

  /** Things of one kind. Guarded by the lock. */
  private static final class Bay {
    private final ArrayDeque<Recordable> queue = new ArrayDeque<>();
    private final long maxBytes;
    private long bytes;
    private int unsettled;

    Bay(long maxBytes) {
      this.maxBytes = maxBytes;
    }

    boolean hasRoomFor(Recordable next) {
      return bytes + next.weight() <= maxBytes;
    }

    boolean isHalfFull() {
      return bytes > maxBytes / 2;
    }

    void add(Recordable next) {
      queue.add(next);
      bytes += next.weight();
      unsettled++;
    }

    @Nullable
    Recordable poll() {
      Recordable oldest = queue.poll();
      if (oldest != null) {
        bytes -= oldest.weight();
      }
      return oldest;
    }

    void clear() {
      unsettled -= queue.size();
      queue.clear();
      bytes = 0;
    }
  }

  private Bay bayOf(Recordable next) {
    return bayOf(next.category());
  }

  private Bay bayOf(Category category) {
    return category == Category.ERROR ? errors : others;
  }

  /** Takes {@code next} in, or says why not. */
  @Nullable
  Refusal offer(Recordable next) {
    lock.lock();
    try {
      if (isClosed) {
        return Refusal.CLOSED;
      }
      Bay bay = bayOf(next);
      if (!bay.hasRoomFor(next)) {
        isCrowded = isCrowded || (bay == others && others.isHalfFull());
        return Refusal.INBOX_FULL;
      }
      bay.add(next);
      filled.signal();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes in what the recorder itself has to say, even when the inbox is closed. */
  void add(Recordable own) {
    lock.lock();
    try {
      bayOf(own).add(own);
    } finally {
      lock.unlock();
    }
  }

  /** Takes out the oldest error, else the oldest of all else; null if there is none. */
  @Nullable
  Recordable poll() {
    lock.lock();
    try {
      Recordable error = errors.poll();
      Recordable next = error == null ? others.poll() : error;
      if (isCrowded && !others.isHalfFull()) {
        isCrowded = false;
      }
      return next;
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
      while (isEmpty() && !isClosed && left > 0) {
        left = filled.awaitNanos(left);
      }
      isDrained = isEnd && isEmpty();
      if (isDrained) {
        settled.signalAll();
      }
      return !isDrained;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Says whether more of what is no error need not be made, since it would be turned away: from the
   * first that is on, until half has been taken out.
   */
  boolean isCrowded() {
    return isCrowded;
  }

  private boolean isSettled() {
    return errors.unsettled == 0 && others.unsettled == 0;
  }

  private boolean isEmpty() {
    return errors.queue.isEmpty() && others.queue.isEmpty();
  }

  /** Says that one of those taken out has become a record or was refused. */
  void settle(Category category) {
    lock.lock();
    try {
      bayOf(category).unsettled--;
      if (isSettled()) {
        settled.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Counts those that wait and those that are being recorded, errors or all else. */
  int unsettled(Category category) {
    lock.lock();
    try {
      return bayOf(category).unsettled;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is left to settle, and says whether that came true. */
  boolean awaitSettled(long nanos) throws InterruptedException {
    return await(nanos, this::isSettled);
  }

  /** Waits until nothing is left to settle nor to come once the inbox is closed. */
  boolean awaitDrained(long nanos) throws InterruptedException {
    return await(nanos, () -> isSettled() && isDrained);
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

  /** Throws away what waits and returns it. */
  List<Recordable> clear() {
    lock.lock();
    try {
      List<Recordable> left = new ArrayList<>(errors.queue);
      left.addAll(others.queue);
      errors.clear();
      others.clear();
      isCrowded = false;
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
