package dev.whence.matrix.body;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One way to read a request's body, and then to fail. */
@FunctionalInterface
interface Work {
  /** Reads, and notes in {@code seen} what there was to see. */
  void work(HttpServletRequest request, HttpServletResponse response, Seen seen) throws Exception;

  /** A way to read within one call. */
  @FunctionalInterface
  interface Reading {
    String read(HttpServletRequest request) throws Exception;
  }

  /** Returns the work that reads and then throws. */
  static Work thenFail(Reading reading) {
    return (request, response, seen) -> {
      try {
        seen.add("read ").add(reading.read(request));
      } catch (Exception e) {
        seen.add(e.getClass());
        throw e;
      }
      throw new IllegalStateException("after reading");
    };
  }
}
