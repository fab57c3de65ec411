package dev.whence.guard;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Does a task again and again on a daemon thread of its own, which is there from {@link #start} to
 * {@link #close}. Safe for use by many threads.
 */
public final class Rounds {
  private final String name;
  private final Duration interval;
  private final Runnable task;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private volatile boolean isStarted;

  // guarded by lock
  private @Nullable Thread thread;
  private boolean isClosed;

  /**
   * Makes rounds that have yet to start.
   *
   * @param name of the thread
   */
  public Rounds(String name, Duration interval, Runnable task) {
    this.name = name;
    this.interval = interval;
    this.task = task;
  }

  /** Begins with the first round; does nothing when called again. */
  public void start() {
    if (isStarted) {
      return;
    }
    lock.lock();
    try {
      if (!isStarted && !isClosed) {
        Thread started = new Thread(null, this::run, name, 0, false);
        started.setDaemon(true);
        started.start();
        thread = started;
        isStarted = true;
      }
    } catch (OutOfMemoryError noThread) {
      OwnLog.log(System.Logger.Level.WARNING, "no thread for rounds: " + noThread.getMessage());
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    do {
      try {
        task.run();
      } catch (Throwable fault) {
        OwnLog.log(System.Logger.Level.WARNING, "a round failed: " + OwnLog.describe(fault));
      }
    } while (awaitNext());
  }

  private boolean awaitNext() {
    long left = interval.toNanos();
    lock.lock();
    try {
      while (left > 0 && !isClosed) {
        left = closing.awaitNanos(left);
      }
      return !isClosed;
    } catch (InterruptedException stray) {
      return !isClosed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread, and waits for that until {@code deadline} in {@link System#nanoTime}. */
  public void close(long deadline) {
    Thread running;
    lock.lock();
    try {
      isClosed = true;
      closing.signalAll();
      running = thread;
    } finally {
      lock.unlock();
    }
    if (running != null) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(running, Math.max(1, deadline - System.nanoTime()));
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
