package dev.whence.servlet;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.PathPatterns;
import dev.whence.config.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an ID and a scope, and captures what goes wrong in it.
 *
 * <p>Belongs first in the chain, for all dispatcher types, with asynchronous requests supported.
 * Named in web.xml, or added by the container without any word, it builds an instance from settings
 * (its init-params among them) and closes it with the application; made in code, it uses the
 * instance that it was given. What the application throws is thrown on, the same object; what it
 * answers is left alone but for two headers.
 */
public final class WhenceFilter implements Filter {
  private final @Nullable Whence given;
  private @Nullable Ownership ownership;

  // Set by init, before the first request.
  private @Nullable Whence whence;
  private String scopeAttribute = "";
  private String requestIdHeader = "";
  private PathPatterns ignoredPaths = PathPatterns.parse("");

  /** Makes a filter that builds its own instance, for web.xml. */
  public WhenceFilter() {
    given = null;
  }

  /** Makes a filter that uses {@code whence}, which stays the caller's to close. */
  public WhenceFilter(Whence whence) {
    given = whence;
  }

  @Override
  public void init(FilterConfig config) {
    Whence instance = given;
    if (instance == null) {
      ownership = Ownership.take(config);
      instance = ownership.whence();
    }
    Settings settings = instance.settings().orElse(null);
    if (settings != null) {
      scopeAttribute = instance.scopeAttribute();
      requestIdHeader = settings.get(Keys.REQUEST_ID_HEADER);
      ignoredPaths = settings.get(Keys.IGNORED_PATHS);
      whence = instance;
    }
  }

  @Override
  public void destroy() {
    if (ownership != null) {
      ownership.release();
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (whence == null
        || !(request instanceof HttpServletRequest httpRequest)
        || !(response instanceof HttpServletResponse httpResponse)) {
      chain.doFilter(request, response);
      return;
    }
    Exchange exchange = new Exchange(httpRequest, httpResponse);
    Object found = request.getAttribute(scopeAttribute);
    if (found instanceof RequestScope scope) {
      again(scope, exchange, chain);
    } else if (isIgnored(httpRequest)) {
      chain.doFilter(request, response);
    } else {
      first(whence, exchange, chain);
    }
  }

  private boolean isIgnored(HttpServletRequest request) {
    if (ignoredPaths.isEmpty()) {
      return false;
    }
    String more = request.getPathInfo();
    String path = request.getServletPath();
    return ignoredPaths.matches(more == null ? path : path + more);
  }

  /** The request's first dispatch that comes by here: its scope is opened. */
  private void first(Whence instance, Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    RequestScope scope = open(instance, exchange);
    if (scope == null) {
      chain.doFilter(exchange.request(), exchange.response());
    } else {
      dispatch(scope, exchange, chain);
    }
  }

  private @Nullable RequestScope open(Whence instance, Exchange exchange) {
    try {
      RequestScope scope = instance.open(exchange.request().getHeader(requestIdHeader));
      exchange.request().setAttribute(scopeAttribute, scope);
      exchange.response().setHeader(requestIdHeader, scope.requestId());
      return scope;
    } catch (Throwable e) {
      instance.fault("filter", e);
      return null;
    }
  }

  /** A further dispatch: one within another needs nothing, one after another its scope. */
  private void again(RequestScope scope, Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    if (scope.isCurrent()) {
      chain.doFilter(exchange.request(), exchange.response());
    } else {
      dispatch(scope, exchange, chain);
    }
  }

  private void dispatch(RequestScope scope, Exchange exchange, FilterChain chain)
      throws IOException, ServletException {
    if (exchange.request().getDispatcherType() == DispatcherType.ERROR) {
      exchange.captureError(scope);
    }
    try (RequestScope.Entry entry = scope.enter()) {
      chain.doFilter(exchange.request(), exchange.response());
    } catch (Throwable failure) {
      exchange.failed(scope, failure);
      throw failure; // the container must see what it would see without us
    }
    exchange.passed(scope);
  }
}
