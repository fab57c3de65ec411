package dev.whence.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs the same work on several threads that begin together, and waits for all. */
final class Threads {
  private Threads() {}

  static void run(int threads, IntConsumer work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch all = new CountDownLatch(threads);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        running.add(executor.submit(() -> {
          all.countDown();
          all.await();
          work.accept(thread);
          return null;
        }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      executor.shutdownNow();
    }
  }
}
