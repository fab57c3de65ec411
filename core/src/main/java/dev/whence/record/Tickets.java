package dev.whence.record;

import dev.whence.event.EventId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for their events to be in the journal. Where that means the device itself a thread
 * of its own waits for that, and what is recorded meanwhile makes up the next group, so that one
 * wait does for many. For any thread.
 */
final class Tickets {
  private final @Nullable BooleanSupplier sync;
  private final Map<EventId, Ticket> open = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // guarded by lock
  private List<EventId> group = new ArrayList<>();
  private @Nullable Thread thread;
  private boolean isClosed;

  /**
   * Makes the tickets of one recorder.
   *
   * @param sync waits for the device and says whether that went well; null where nobody waits
   */
  Tickets(@Nullable BooleanSupplier sync) {
    this.sync = sync;
  }

  Ticket issue(EventId id) {
    Ticket ticket = new Ticket();
    open.put(id, ticket);
    return ticket;
  }

  /** Notes what became of an event. */
  void settled(EventId id, boolean isRecorded) {
    if (sync == null || !isRecorded) {
      settle(id, isRecorded);
    } else if (open.containsKey(id)) {
      join(id, sync);
    }
  }

  private void settle(EventId id, boolean isRecorded) {
    Ticket ticket = open.remove(id);
    if (ticket != null) {
      ticket.settle(isRecorded);
    }
  }

  private void join(EventId id, BooleanSupplier device) {
    lock.lock();
    try {
      group.add(id);
      changed.signalAll();
      if (thread == null && !isClosed) {
        Thread started = new Thread(null, () -> run(device), "whence-sync", 0, false);
        started.setDaemon(true);
        started.start();
        thread = started;
      }
    } finally {
      lock.unlock();
    }
  }

  private void run(BooleanSupplier device) {
    for (List<EventId> next = take(); !next.isEmpty(); next = take()) {
      boolean isSafe = isSafe(device);
      next.forEach(id -> settle(id, isSafe));
    }
  }

  private static boolean isSafe(BooleanSupplier device) {
    try {
      return device.getAsBoolean();
    } catch (Throwable e) {
      return false;
    }
  }

  /** Waits for a group; an empty one means that there will be none. */
  private List<EventId> take() {
    lock.lock();
    try {
      while (group.isEmpty() && !isClosed) {
        changed.awaitUninterruptibly();
      }
      List<EventId> taken = group;
      group = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread behind the last group, and waits for that at most {@code nanos}. */
  void close(long nanos) {
    Thread running;
    lock.lock();
    try {
      isClosed = true;
      changed.signalAll();
      running = thread;
    } finally {
      lock.unlock();
    }
    if (running != null) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(running, Math.max(1, nanos));
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
