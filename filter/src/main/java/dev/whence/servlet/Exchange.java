package dev.whence.servlet;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.request.RequestFacts;
import dev.whence.servlet.body.BodyCapture;
import dev.whence.snapshot.RequestSnapshot;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Enumeration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A servlet's request and response in one dispatch, and how that ended. Used on the threads that
 * the container dispatches on, and in its callbacks, never afterwards.
 */
final class Exchange implements RequestFacts {
  private static final String EVENT_ID_HEADER = "X-Event-ID";
  private static final String MECHANISM = "servlet";

  private final Whence whence;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private @Nullable Throwable failure;

  /** The application's path, kept where the request goes on asynchronously. */
  private @Nullable String root;

  Exchange(Whence whence, HttpServletRequest request, HttpServletResponse response) {
    this.whence = whence;
    this.request = request;
    this.response = response;
  }

  // How a dispatch ends.

  /** Captures what the container says went wrong, if it does. */
  boolean captureError(RequestScope scope) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      captured(scope, thrown);
      return true;
    }
    return false;
  }

  private void captured(RequestScope scope, Throwable thrown) {
    failure = thrown;
    scope.fail(thrown, MECHANISM, this);
  }

  void failed(RequestScope scope, Throwable thrown) {
    captured(scope, thrown);
    finish(scope);
  }

  /** Finishes the request, unless it goes on asynchronously. */
  void passed(RequestScope scope) {
    if (!staysOpen(scope)) {
      finish(scope);
    }
  }

  private boolean staysOpen(RequestScope scope) {
    if (!request.isAsyncStarted() || captureError(scope)) {
      return false; // over, or failed before anybody could listen
    }
    if (scope.markAsync()) {
      root = root(); // some containers empty their requests early
      scope.keepRoute(this); // later dispatches may show another
      AsyncListener listener = new AsyncEnd(scope, this);
      try {
        request.getAsyncContext().addListener(listener, request, response);
      } catch (IllegalStateException e) {
        return false; // it is completing already
      }
    }
    return true;
  }

  void finish(RequestScope scope) {
    if (scope.finish(this)) {
      try {
        scope.eventId().ifPresent(id -> addHeader(id.toString()));
      } catch (Throwable e) {
        scope.whence().fault("filter", e);
      }
    }
  }

  private void addHeader(String eventId) {
    if (!response.isCommitted()) {
      response.setHeader(EVENT_ID_HEADER, eventId);
    }
  }

  // What is known of the request.

  /**
   * The answer's status. While a failure is on its way to the container it mostly still reads 200,
   * so what the container will make of it is told instead.
   */
  @Override
  public int status() {
    int status = response.getStatus();
    if (failure == null || status >= 400 || response.isCommitted()) {
      return status;
    }
    if (failure instanceof UnavailableException unavailable) {
      return unavailable.isPermanent()
          ? HttpServletResponse.SC_NOT_FOUND
          : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  /** What a header says; containers do not tell what they have written. */
  @Override
  public long bytes() {
    String length = response.getHeader("Content-Length");
    try {
      return length == null ? -1 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public String method() {
    return Target.method(request);
  }

  @Override
  public String root() {
    if (root != null) {
      return root;
    }
    String path = request.getContextPath();
    return path == null ? "" : path;
  }

  @Override
  public String route() {
    return Target.route(request);
  }

  @Override
  public String handler() {
    return request.getHttpServletMapping().getServletName();
  }

  @Override
  public String path() {
    return Target.path(request);
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public RequestSnapshot snapshot() {
    return new RequestSnapshot(
            request.getMethod(),
            Target.url(request),
            Target.query(request),
            headers(),
            clientAddress())
        .withBody(BodyCapture.report(request));
  }

  private @Nullable String clientAddress() {
    Settings settings = whence.settings().orElse(null);
    return settings == null
        ? null
        : new ClientAddress(settings.get(Keys.TRUSTED_PROXIES))
            .of(request.getRemoteAddr(), request::getHeaders);
  }

  private RequestSnapshot.Headers headers() {
    RequestSnapshot.Headers headers = new RequestSnapshot.Headers();
    Enumeration<String> names = request.getHeaderNames();
    while (names != null && names.hasMoreElements()) {
      String name = names.nextElement();
      Enumeration<String> values = request.getHeaders(name);
      while (values.hasMoreElements()) {
        if (!headers.add(name, values.nextElement())) {
          return headers;
        }
      }
    }
    return headers;
  }

  @Override
  public @Nullable String principal() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    ServletRequest own = BodyCapture.within(request);
    if (type.isInstance(own)) {
      return Optional.of(type.cast(own));
    }
    return type.isInstance(response) ? Optional.of(type.cast(response)) : Optional.empty();
  }
}
