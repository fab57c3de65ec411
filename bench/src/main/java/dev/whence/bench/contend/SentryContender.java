package dev.whence.bench.contend;

import io.sentry.Breadcrumb;
import io.sentry.IScopes;
import io.sentry.ISentryLifecycleToken;
import io.sentry.ITransportFactory;
import io.sentry.NoOpTransportFactory;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.protocol.Request;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Sentry's library with what its servlet listener does around each request, by its public API: a
 * fork of its scopes, a breadcrumb, an event processor that tells of the request; and a capture of
 * what escapes.
 */
final class SentryContender implements Contender {
  private static final ITransportFactory NOWHERE = NoOpTransportFactory.getInstance();

  private SentryContender() {}

  static Contender silent() {
    Sentry.init((SentryOptions options) -> {
      options.setDsn("http://key@127.0.0.1:9/1");
      options.setTransportFactory(NOWHERE);
      options.setEnableUncaughtExceptionHandler(false);
      options.setEnableShutdownHook(false);
    });
    return new SentryContender();
  }

  static Contender sending(String receiver) {
    Sentry.init(
        (SentryOptions options) -> options.setDsn(receiver.replaceFirst("//", "//key@") + "/1"));
    return new SentryContender();
  }

  @Override
  public void request(
      HttpServletRequest request, HttpServletResponse response, FilterChain application)
      throws IOException, ServletException {
    IScopes scopes = Sentry.forkedScopes("bench");
    try (ISentryLifecycleToken token = scopes.makeCurrent()) {
      scopes.addBreadcrumb(Breadcrumb.http(request.getRequestURI(), request.getMethod()));
      scopes.configureScope(scope -> scope.addEventProcessor(new io.sentry.EventProcessor() {
        @Override
        public io.sentry.SentryEvent process(io.sentry.SentryEvent event, io.sentry.Hint hint) {
          event.setRequest(told(request));
          return event;
        }
      }));
      application.doFilter(request, response);
    } catch (Throwable failure) {
      Sentry.captureException(failure);
      throw failure;
    }
  }

  private static Request told(HttpServletRequest request) {
    Request told = new Request();
    told.setMethod(request.getMethod());
    told.setQueryString(request.getQueryString());
    told.setUrl(request.getRequestURL().toString());
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      String value = request.getHeader(name);
      if (value != null && !name.equalsIgnoreCase("Cookie")) {
        headers.put(name, value);
      }
    }
    told.setHeaders(headers);
    return told;
  }

  @Override
  public void close() {
    Sentry.close();
  }
}
