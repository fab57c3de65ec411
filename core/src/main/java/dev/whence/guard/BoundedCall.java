package dev.whence.guard;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls code of the application for a request's thread, which waits for a bounded time only. Each
 * call has a thread of its own; while one hangs, the next are not made, so that at most one request
 * waits for it in vain.
 */
public final class BoundedCall {
  private static final long PATIENCE_MILLIS = 500;

  private final String name;
  private final Faults faults;

  /** The call that was not waited for any longer, until it ends. */
  private volatile @Nullable Thread hanging;

  public BoundedCall(String name, Faults faults) {
    this.name = name;
    this.faults = faults;
  }

  /** Returns what {@code call} returns, or null if it throws or does not return in time. */
  public <V> @Nullable V make(Callable<@Nullable V> call) {
    Thread stuck = hanging;
    if (stuck != null && stuck.isAlive()) {
      faults.count(name, "it took too long");
      return null;
    }
    FutureTask<@Nullable V> task = new FutureTask<>(call);
    Thread thread = new Thread(null, task, "whence-" + name, 0, false);
    thread.setDaemon(true);
    thread.start();
    return await(task, thread);
  }

  private <V> @Nullable V await(FutureTask<@Nullable V> task, Thread thread) {
    try {
      return task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      hanging = thread;
      task.cancel(true);
      faults.count(name, "it took too long");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      faults.count(name, e.getCause() == null ? e : e.getCause());
    }
    return null;
  }

  /** Interrupts the call that hangs, if there is one. */
  public void close() {
    Thread stuck = hanging;
    if (stuck != null) {
      stuck.interrupt();
    }
  }
}
