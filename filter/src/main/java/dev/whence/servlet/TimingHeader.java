package dev.whence.servlet;

import dev.whence.RequestScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;

/** The header by which browsers are told where the time went (W3C Server Timing). */
final class TimingHeader {
  private static final String NAME = "Server-Timing";

  private TimingHeader() {}

  /** Adds it to an answer that is not on its way yet and to which JAX-RS has not added it. */
  static void add(RequestScope scope, HttpServletRequest request, HttpServletResponse response) {
    if (!response.isCommitted() && !request.isAsyncStarted() && !isThere(response)) {
      scope.serverTiming().ifPresent(timing -> response.addHeader(NAME, timing));
    }
  }

  private static boolean isThere(HttpServletResponse response) {
    Collection<String> lines = response.getHeaders(NAME);
    return lines != null && lines.stream().anyMatch(line -> line.contains("traceparent;"));
  }
}
