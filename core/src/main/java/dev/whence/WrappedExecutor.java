package dev.whence;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Hands every task on in the scope of whoever brought it; all else is the other executor's. */
final class WrappedExecutor extends AbstractExecutorService {
  private final Whence whence;
  private final ExecutorService executor;

  WrappedExecutor(Whence whence, ExecutorService executor) {
    this.whence = whence;
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(whence.wrap(task));
  }

  @Override
  public void shutdown() {
    executor.shutdown();
  }

  @Override
  public List<Runnable> shutdownNow() {
    return executor.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    return executor.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return executor.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return executor.awaitTermination(timeout, unit);
  }
}
