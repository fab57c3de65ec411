package dev.whence.matrix.load;

import dev.whence.Whence;
import dev.whence.event.Level;
import dev.whence.event.User;
import dev.whence.trace.Span;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Works on a request in one go, on a thread of a pool, or in a second dispatch, and leaves the
 * request's number in everything that an event can carry.
 */
final class WorkServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String HALF_DONE = "half-done";

  private final transient ExecutorService pool = Executors.newFixedThreadPool(8);

  @Override
  public void destroy() {
    pool.shutdownNow();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int number = Integer.parseInt(request.getParameter("number").substring(1));
    if (request.getAttribute(HALF_DONE) != null) {
      secondHalf(number, response);
      return;
    }
    firstHalf(number);
    switch (number % 3) {
      case 0 -> secondHalf(number, response);
      case 1 -> onThePool(request, number);
      default -> {
        request.setAttribute(HALF_DONE, true);
        request.startAsync().dispatch();
      }
    }
  }

  private void onThePool(HttpServletRequest request, int number) {
    AsyncContext context = request.startAsync();
    pool.execute(Whence.current().wrap((Runnable) () -> {
      try {
        secondHalf(number, (HttpServletResponse) context.getResponse());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } finally {
        context.complete();
      }
    }));
  }

  private static void firstHalf(int number) {
    Whence here = Whence.current();
    here.user(User.of("user-n" + number));
    try (Span half = here.span("half", "first-n" + number)) {
      for (int i = 0; i < MixedLoad.BREADCRUMBS / 2; i++) {
        here.breadcrumb("work", "first-n" + number, Level.INFO);
      }
      here.span("step", "first-n" + number).close();
    }
  }

  private static void secondHalf(int number, HttpServletResponse response) throws IOException {
    Whence here = Whence.current();
    try (Span half = here.span("half", "second-n" + number)) {
      for (int i = 0; i < MixedLoad.BREADCRUMBS / 2; i++) {
        here.breadcrumb("work", "second-n" + number, Level.INFO);
      }
      here.span("step", "second-n" + number).close();
    }
    here.tag("number", String.valueOf(number));
    here.capture(new IllegalStateException("failure-n" + number));
    response.getWriter().write("done-n" + number);
  }
}
