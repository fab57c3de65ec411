package org.example.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The application's own threads, which no engine and no container knows. */
final class Workers {
  private static final ThreadFactory DAEMONS = task -> {
    Thread thread = new Thread(task, "contract-worker");
    thread.setDaemon(true);
    return thread;
  };

  /** Runs what it is given when the method that gave it has long returned. */
  static final Executor LATER = CompletableFuture.delayedExecutor(
      50, TimeUnit.MILLISECONDS, Executors.newCachedThreadPool(DAEMONS));

  private Workers() {}
}
