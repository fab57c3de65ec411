package dev.whence.servlet;

import dev.whence.request.RequestFacts;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * What the client asked for, in whichever dispatch a request is seen: one to an error page or an
 * asynchronous one shows its own path and keeps the client's in attributes (Servlet 5.0, 9.7.2 and
 * 10.9.1).
 */
final class Target {
  private static final String UNMATCHED = "/*";

  private Target() {}

  /** Returns the URL without its query. */
  static String url(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    String asked = attribute(request, AsyncContext.ASYNC_REQUEST_URI);
    if (asked == null && isErrorPage(request)) {
      asked = attribute(request, RequestDispatcher.ERROR_REQUEST_URI);
    }
    String shown = request.getRequestURI();
    return asked == null || !url.endsWith(shown)
        ? url
        : url.substring(0, url.length() - shown.length()) + asked;
  }

  /** Returns the path below the application's root. */
  static String path(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      String asked = asked(request);
      if (asked != null) {
        return asked;
      }
    }
    return joined(request.getServletPath(), request.getPathInfo());
  }

  private static @Nullable String asked(HttpServletRequest request) {
    String async = attribute(request, AsyncContext.ASYNC_SERVLET_PATH);
    if (async != null) {
      return joined(async, attribute(request, AsyncContext.ASYNC_PATH_INFO));
    }
    String forwarded = attribute(request, RequestDispatcher.FORWARD_SERVLET_PATH);
    if (forwarded != null) {
      return joined(forwarded, attribute(request, RequestDispatcher.FORWARD_PATH_INFO));
    }
    String failed =
        isErrorPage(request) ? attribute(request, RequestDispatcher.ERROR_REQUEST_URI) : null;
    int root = request.getContextPath().length();
    return failed == null || failed.length() < root ? null : failed.substring(root);
  }

  private static String joined(String servletPath, @Nullable String pathInfo) {
    return pathInfo == null ? servletPath : servletPath + pathInfo;
  }

  static @Nullable String query(HttpServletRequest request) {
    return attribute(request, AsyncContext.ASYNC_REQUEST_URI) == null
        ? request.getQueryString()
        : attribute(request, AsyncContext.ASYNC_QUERY_STRING);
  }

  private static boolean isErrorPage(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR;
  }

  private static @Nullable String attribute(HttpServletRequest request, String name) {
    return request.getAttribute(name) instanceof String text ? text : null;
  }

  /**
   * Returns the method and the pattern under which the servlet is mapped, such as {@code GET
   * /orders/*}. Unknown methods count as {@code OTHER}, what no servlet is mapped to as one route.
   */
  static String route(HttpServletRequest request) {
    return method(request) + ' ' + pattern(request);
  }

  static String method(HttpServletRequest request) {
    return RequestFacts.knownMethod(request.getMethod());
  }

  private static String pattern(HttpServletRequest request) {
    return isErrorPage(request) ? UNMATCHED : pattern(request.getHttpServletMapping());
  }

  private static String pattern(HttpServletMapping mapping) {
    MappingMatch match = mapping.getMappingMatch();
    if (match == null || match == MappingMatch.DEFAULT) {
      return UNMATCHED;
    }
    return match == MappingMatch.CONTEXT_ROOT ? "/" : mapping.getPattern();
  }
}
