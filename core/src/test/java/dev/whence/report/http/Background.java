package dev.whence.report.http;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own, of which a test awaits where it stands and how it ends. */
public final class Background {
  public interface Work {
    void run() throws Exception;
  }

  private static final long PATIENCE_SECONDS = 20;

  private final FutureTask<Void> task;
  private final Thread thread;

  private Background(Work work) {
    task = new FutureTask<>(() -> {
      work.run();
      return null;
    });
    thread = new Thread(task, "background");
    thread.setDaemon(true);
  }

  public static Background run(Work work) {
    Background background = new Background(work);
    background.thread.start();
    return background;
  }

  /** Waits until the thread is inside {@code method} of {@code type}. */
  public Background awaitInside(Class<?> type, String method) {
    long start = System.nanoTime();
    while (!isInside(type, method)) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IllegalStateException("not in " + method + ": " + end());
      }
      Thread.onSpinWait();
    }
    return this;
  }

  private boolean isInside(Class<?> type, String method) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame ->
            frame.getClassName().equals(type.getName()) && frame.getMethodName().equals(method));
  }

  public void interrupt() {
    thread.interrupt();
  }

  /** Waits for the end of the work and returns what it threw. */
  public Throwable failure() {
    Throwable end = end();
    if (end instanceof ExecutionException && end.getCause() != null) {
      return end.getCause();
    }
    throw new IllegalStateException("did not fail", end);
  }

  private Throwable end() {
    try {
      task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new IllegalStateException("ended well");
    } catch (ExecutionException | TimeoutException e) {
      return e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }
}
