package org.example.scenarios;

import dev.whence.Whence;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Requests that go on when their dispatch has returned. */
final class AsyncWork {
  private static final long SHORT_MILLIS = 200;

  private AsyncWork() {}

  private static AsyncContext started(HttpServletRequest request) {
    AsyncContext context = request.startAsync();
    context.setTimeout(SHORT_MILLIS);
    return context;
  }

  /** Runs {@code task} on a thread that no container knows. */
  private static void elsewhere(Runnable task) {
    Thread thread = new Thread(task, "shop-worker");
    thread.setDaemon(true);
    thread.start();
  }

  private static AsyncContext patient(HttpServletRequest request) {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    return context;
  }

  static void completeWith500(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = patient(request);
    elsewhere(() -> {
      response.setStatus(500);
      context.complete();
    });
  }

  static void completeWith200(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = patient(request);
    elsewhere(() -> {
      try {
        response.getWriter().println("later");
      } catch (IOException e) {
        response.setStatus(500);
      }
      context.complete();
    });
  }

  static void dispatchToFailure(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = patient(request);
    elsewhere(() -> context.dispatch("/runtime"));
  }

  static void timeout(HttpServletRequest request, HttpServletResponse response) {
    started(request);
  }

  static void startThenThrow(HttpServletRequest request, HttpServletResponse response) {
    started(request);
    throw new IllegalStateException("after startAsync");
  }

  static void failInWrappedTask(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = patient(request);
    Runnable task = Whence.current().wrap((Runnable) () -> {
      throw new IllegalStateException("in a wrapped task");
    });
    elsewhere(() -> {
      try {
        task.run();
      } catch (IllegalStateException e) {
        response.setStatus(500);
      }
      context.complete();
    });
  }

  static void failInReadListener(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext context = started(request);
    request.getInputStream().setReadListener(new ReadListener() {
      @Override
      public void onDataAvailable() {
        throw new IllegalStateException("in a read listener");
      }

      @Override
      public void onAllDataRead() {
        context.complete();
      }

      @Override
      public void onError(Throwable failure) {
        // The container tells; what it does next is its own affair.
      }
    });
  }
}
