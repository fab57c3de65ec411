package dev.whence.servlet;

import dev.whence.config.value.TraceRules;
import dev.whence.trace.TraceHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** What a request says of its trace, and what rules on traces may ask of it. */
final class IncomingTrace {
  private IncomingTrace() {}

  /** Reads the headers; two, where they name no trace. */
  static TraceHeaders headers(HttpServletRequest request) {
    String traceparent = joined(request, TraceHeaders.TRACEPARENT);
    String sentryTrace = request.getHeader(TraceHeaders.SENTRY_TRACE);
    return traceparent == null && sentryTrace == null
        ? TraceHeaders.NONE
        : new TraceHeaders(
            traceparent,
            joined(request, TraceHeaders.TRACESTATE),
            sentryTrace,
            joined(request, TraceHeaders.BAGGAGE));
  }

  /** Lists may come in several lines (RFC 9110, 5.3). */
  private static @Nullable String joined(HttpServletRequest request, String name) {
    String first = request.getHeader(name);
    if (first == null) {
      return null;
    }
    Enumeration<String> lines = request.getHeaders(name);
    return lines == null ? first : String.join(",", Collections.list(lines));
  }

  static TraceRules.Subject subject(HttpServletRequest request) {
    return new TraceRules.Subject(
        () -> Target.path(request), request::getHeader, () -> principal(request));
  }

  private static @Nullable String principal(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }
}
