package shop;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Virtual threads for even IDs where the JVM has them, others for odd ones. */
class Threads {
  // unrelated
  private final int id;

  Threads(int id) {
    this.id = id;
  }

  Map<String, Callable<?>> bugs() {
    Map<String, Callable<?>> bugs = new LinkedHashMap<>();
    bugs.put("thread: its own", () -> onThread(this::pack));
    bugs.put("thread: behind a wait", () -> onThread(this::wrapAfterRest));
    bugs.put("thread: one for each task", this::submitted);
    return bugs;
  }

  private boolean isVirtual() {
    return id % 2 == 0 && Runtime.version().feature() >= 21;
  }

  private Object onThread(Callable<Object> work) throws Exception {
    FutureTask<Object> task = new FutureTask<>(work);
    if (isVirtual()) {
      Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
      start.invoke(null, task);
    } else {
      new Thread(task).start();
    }
    return task.get();
  }

  private Object pack() {
    throw new IllegalStateException("no box for " + id);
  }

  private Object wrapAfterRest() throws Exception {
    Thread.sleep(1);
    throw new IllegalStateException("no paper for " + id);
  }

  private Object submitted() throws Exception {
    ExecutorService executor = isVirtual()
        ? (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
        : Executors.newCachedThreadPool();
    try {
      return executor.submit(this::post).get();
    } finally {
      executor.shutdown();
    }
  }

  private Object post() {
    throw new IllegalStateException("no post for " + id);
  }
}
