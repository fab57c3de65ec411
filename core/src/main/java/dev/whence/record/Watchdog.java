package dev.whence.record;

import dev.whence.snapshot.Recordable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the recorder's thread and replaces it when it is caught in one snapshot for too long. Sleeps
 * while nothing is being recorded.
 */
final class Watchdog {
  /** Threads given up that may still be alive; with so many the last one is waited for. */
  private static final int MOST_GIVEN_UP = 4;

  private final Work work;
  private final long patienceNanos;
  private final Thread thread = daemon("whence-watchdog", this::watch);

  private volatile Worker worker;
  private volatile boolean isIdle;
  private volatile boolean isClosed;

  /** Touched by the watchdog's own thread, and by close once that has ended. */
  private final List<Worker> givenUp = new ArrayList<>();

  Watchdog(Work work, Duration patience) {
    this.work = work;
    this.patienceNanos = patience.toNanos();
    this.worker = new Worker();
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts what has not been; to be called again after it threw, since there may be room then. */
  void start() {
    if (worker.thread.getState() == Thread.State.NEW) {
      worker.thread.start();
    }
    thread.start();
  }

  /** A recorder's thread and the snapshot that it has in hand. */
  private final class Worker {
    final Thread thread = daemon("whence-recorder", this::record);
    final AtomicReference<@Nullable Recordable> inHand = new AtomicReference<>();
    volatile long since;

    private void record() {
      while (true) {
        try {
          Recordable snapshot = work.inbox.poll();
          if (snapshot == null ? !work.awaitMore() : !finishes(snapshot)) {
            return;
          }
        } catch (InterruptedException e) {
          // Ours ends with its inbox; another interruption is the application's and means nothing.
          if (isClosed) {
            return;
          }
        } catch (Throwable e) {
          work.failed(e); // no memory, say: no reason to record nothing from here on
        }
      }
    }

    /** Returns false if the watchdog has given this snapshot up meanwhile. */
    private boolean finishes(Recordable snapshot) {
      since = System.nanoTime();
      inHand.set(snapshot);
      if (isIdle) {
        LockSupport.unpark(Watchdog.this.thread);
      }
      Work.Result result = work.convert(snapshot);
      if (!inHand.compareAndSet(snapshot, null)) {
        return false;
      }
      work.settle(snapshot, result);
      return true;
    }

    /** Returns how long one snapshot has been in hand; 0 if none is. */
    long busyNanos() {
      return inHand.get() == null ? 0 : Math.max(1, System.nanoTime() - since);
    }
  }

  /** Says whether {@code other} is the one that records. */
  boolean isWorker(Thread other) {
    return worker.thread == other;
  }

  private void watch() {
    while (!isClosed) {
      long busy = worker.busyNanos();
      if (busy == 0) {
        rest();
      } else if (busy < patienceNanos) {
        LockSupport.parkNanos(this, patienceNanos - busy);
      } else if (mayGiveUp()) {
        replace();
      } else {
        LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
      }
    }
  }

  /** Sleeps until the recorder takes something in hand. */
  private void rest() {
    isIdle = true;
    if (worker.busyNanos() == 0 && !isClosed) {
      LockSupport.park(this);
    }
    isIdle = false;
  }

  private boolean mayGiveUp() {
    givenUp.removeIf(old -> !old.thread.isAlive());
    return givenUp.size() < MOST_GIVEN_UP;
  }

  private void replace() {
    Worker stuck = worker;
    Recordable snapshot = stuck.inHand.get();
    if (snapshot == null
        || stuck.busyNanos() < patienceNanos // it has finished the old one and taken this one
        || !stuck.inHand.compareAndSet(snapshot, null)) {
      return;
    }
    Worker next = new Worker();
    worker = next;
    next.thread.start();
    givenUp.add(stuck);
    stuck.thread.interrupt();
    work.giveUp(snapshot);
  }

  /** Ends all threads within {@code nanos}, but those that ignore being interrupted. */
  void close(long nanos) {
    long end = System.nanoTime() + nanos;
    isClosed = true;
    LockSupport.unpark(thread);
    join(thread, end);
    Worker last = worker;
    Recordable snapshot = last.inHand.get();
    if (snapshot != null && last.inHand.compareAndSet(snapshot, null)) {
      work.giveUp(snapshot);
    }
    last.thread.interrupt();
    join(last.thread, end);
    for (Worker old : givenUp) {
      old.thread.interrupt();
      join(old.thread, end);
    }
  }

  private static void join(Thread thread, long end) {
    long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    try {
      thread.join(Math.max(1, millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
