package dev.whence.servlet;

import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.PathPatterns;
import dev.whence.servlet.body.BodyCapture;
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
  private boolean hasTraceRules;
  private boolean tellsTiming;
  private PathPatterns ignoredPaths = PathPatterns.parse("");
  private @Nullable TestEndpoint testEndpoint;
  private Placement placement = Placement.unknown();
  private @Nullable BodyCapture bodies;

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
      hasTraceRules = !settings.get(TraceKeys.RULES).isEmpty();
      tellsTiming = settings.get(TraceKeys.SERVER_TIMING);
      ignoredPaths = settings.get(Keys.IGNORED_PATHS);
      testEndpoint = TestEndpoint.of(instance, settings);
      placement = Placement.take(config, instance);
      bodies = BodyCapture.of(instance, settings);
      whence = instance;
    }
  }

  @Override
  public void destroy() {
    placement.leave();
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
    if (request.getAttribute(scopeAttribute) instanceof RequestScope scope) {
      again(scope, httpRequest, httpResponse, chain);
    } else if (isIgnored(httpRequest)) {
      chain.doFilter(request, response);
    } else {
      first(whence, httpRequest, httpResponse, chain);
    }
  }

  private boolean isIgnored(HttpServletRequest request) {
    return !ignoredPaths.isEmpty() && ignoredPaths.matches(Target.path(request));
  }

  /** The request's first dispatch that comes by here: its scope is opened. */
  private void first(
      Whence instance, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RequestScope scope = open(instance, request, response);
    if (scope == null) {
      chain.doFilter(request, response);
    } else {
      FilterChain target = testEndpoint == null ? chain : testEndpoint.orElse(chain, request);
      dispatch(scope, readable(request, response), response, target);
    }
  }

  private @Nullable RequestScope open(
      Whence instance, HttpServletRequest request, HttpServletResponse response) {
    placement.check(request, instance);
    try {
      RequestScope scope =
          instance.open(request.getHeader(requestIdHeader), IncomingTrace.headers(request));
      if (hasTraceRules) {
        scope.sampleBy(IncomingTrace.subject(request));
      }
      request.setAttribute(scopeAttribute, scope);
      response.setHeader(requestIdHeader, scope.requestId());
      return scope;
    } catch (Throwable e) {
      instance.fault("filter", e);
      return null;
    }
  }

  /** A further dispatch: one within another needs nothing, one after another its scope. */
  private void again(
      RequestScope scope,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (scope.isCurrent()) {
      chain.doFilter(request, response);
    } else {
      dispatch(scope, readable(request, response), response, chain);
    }
  }

  /** Returns the request for the application to read, with a copy made of its body if wanted. */
  private HttpServletRequest readable(HttpServletRequest request, HttpServletResponse response) {
    return bodies == null ? request : bodies.around(request, response);
  }

  private void dispatch(
      RequestScope scope,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      new Exchange(scope.whence(), request, response).captureError(scope);
    }
    try (ScopeEntry entry = scope.enter()) {
      chain.doFilter(request, response);
    } catch (Throwable failure) {
      new Exchange(scope.whence(), request, response).failed(scope, failure);
      throw failure; // the container must see what it would see without us
    }
    passed(scope, request, response);
  }

  /** Most requests end here, with nothing to tell. */
  private void passed(
      RequestScope scope, HttpServletRequest request, HttpServletResponse response) {
    try {
      if (tellsTiming) {
        TimingHeader.add(scope, request, response);
      }
      if (request.isAsyncStarted() || !scope.finishQuietly(response.getStatus())) {
        new Exchange(scope.whence(), request, response).passed(scope);
      }
    } catch (Throwable e) {
      scope.whence().fault("filter", e);
    }
  }
}
