package org.example.scenarios;

import dev.whence.Whence;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeoutException;

/** Requests that go wrong on their own thread. */
@SuppressWarnings("DoNotCallSuggester") // to throw is what these methods are for
final class Failures {
  @SuppressWarnings("StaticAssignmentOfThrowable") // as fast code does, for good or ill
  private static final IllegalStateException PREALLOCATED =
      new IllegalStateException("made once, thrown often");

  private Failures() {}

  static void runtime(HttpServletRequest request, HttpServletResponse response) {
    IOException disk = new IOException("disk is full");
    throw new IllegalStateException("no such order", new UncheckedIOException("store", disk));
  }

  static void servletException(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    throw new ServletException("wrapped", new IllegalArgumentException("root"));
  }

  static void assertion(HttpServletRequest request, HttpServletResponse response) {
    throw new AssertionError("cannot be");
  }

  static void stackOverflow(HttpServletRequest request, HttpServletResponse response) {
    throw new IllegalStateException("unreachable " + deeper(1));
  }

  @SuppressWarnings("InfiniteRecursion") // that is the point
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  static void checked(HttpServletRequest request, HttpServletResponse response)
      throws TimeoutException {
    throw new TimeoutException("warehouse is slow");
  }

  static void unavailable(HttpServletRequest request, HttpServletResponse response)
      throws UnavailableException {
    throw new UnavailableException("stocktaking", 60);
  }

  static void committed(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().println("so far so good");
    response.flushBuffer();
    throw new IllegalStateException("after commit");
  }

  static void include(HttpServletRequest request, HttpServletResponse response) throws Exception {
    request.getRequestDispatcher("/runtime").include(request, response);
  }

  static void forward(HttpServletRequest request, HttpServletResponse response) throws Exception {
    request.getRequestDispatcher("/runtime").forward(request, response);
  }

  static void shown(HttpServletRequest request, HttpServletResponse response) {
    throw new ShownFailure("has a page");
  }

  static void doomed(HttpServletRequest request, HttpServletResponse response) {
    throw new DoomedFailure("has a page that fails");
  }

  /** Is seen three times: captured, thrown in another's name, shown on an error page. */
  static void capturedThenThrown(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    ShownFailure failure = new ShownFailure("seen three times");
    Whence.current().capture(failure, scope -> scope.tag("operation", "pay"));
    throw new ServletException(failure);
  }

  static void preallocated(HttpServletRequest request, HttpServletResponse response) {
    throw PREALLOCATED;
  }

  /** Captures only: not every container survives a cycle that is thrown. */
  static void cyclic(HttpServletRequest request, HttpServletResponse response) throws IOException {
    IllegalStateException first = new IllegalStateException("hen");
    IllegalArgumentException second = new IllegalArgumentException("egg", first);
    first.initCause(second);
    Whence.current().capture(first);
    response.getWriter().println("captured");
  }
}
