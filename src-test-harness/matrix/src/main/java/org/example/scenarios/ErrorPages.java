package org.example.scenarios;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What an application shows when it has failed. */
@SuppressWarnings("DoNotCallSuggester") // to throw is what one of them is for
final class ErrorPages {
  private ErrorPages() {}

  static void calm(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println("Something went wrong.");
  }

  static void failing(HttpServletRequest request, HttpServletResponse response) {
    throw new UnsupportedOperationException("the error page fails too");
  }
}
