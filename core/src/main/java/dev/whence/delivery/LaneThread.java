package dev.whence.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread of one lane: there from the first record on, and ended by a second one, so that
 * neither a hanging reporter nor one that hangs while it is closed holds up whoever closes. Used by
 * one thread at a time.
 */
final class LaneThread {
  private final String lane;
  private final Lane work;
  private final @Nullable ClassLoader loader;
  private @Nullable Thread thread;
  private @Nullable Thread closer;

  LaneThread(String lane, Lane work, @Nullable ClassLoader loader) {
    this.lane = lane;
    this.work = work;
    this.loader = loader;
  }

  void start() {
    if (thread == null) {
      thread = start("whence-lane-" + lane, work::run);
    }
  }

  private Thread start(String name, Runnable task) {
    Thread started = new Thread(null, task, name, 0, false);
    started.setDaemon(true);
    started.setContextClassLoader(loader);
    started.start();
    return started;
  }

  /** Stops the lane when its work is done or {@code patience} is over; does not wait for that. */
  void close(Duration patience) {
    Thread lanes = thread;
    try {
      closer = start("whence-close-" + lane, () -> end(lanes, patience));
    } catch (OutOfMemoryError noThread) {
      end(lanes, Duration.ZERO);
    }
  }

  private void end(@Nullable Thread lanes, Duration patience) {
    boolean unused = hasEnded(lanes, System.nanoTime() + TimeUnit.NANOSECONDS.convert(patience));
    work.stop();
    if (lanes != null) {
      lanes.interrupt();
    }
  }

  /** Waits until {@code deadline} for {@link #close} to be done; else abandons what still runs. */
  boolean awaitEnd(long deadline) {
    boolean ended = hasEnded(closer, deadline) && hasEnded(thread, deadline);
    if (!ended) {
      interrupt(closer);
      interrupt(thread);
    }
    return ended;
  }

  private static boolean hasEnded(@Nullable Thread thread, long deadline) {
    if (thread == null) {
      return true;
    }
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  private static void interrupt(@Nullable Thread thread) {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
