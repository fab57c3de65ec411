package dev.whence.jaxrs.client;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.event.Breadcrumb;
import dev.whence.event.Level;
import dev.whence.trace.TraceContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets the calls of a JAX-RS client belong to the request that makes them: they carry its ID and
 * its trace (W3C Trace Context) to the hosts of {@code propagate-to}, and each leaves a breadcrumb
 * with method, host, path, status and duration.
 *
 * <pre>{@code
 * Client client = ClientBuilder.newClient().register(new OutgoingCalls());
 * }</pre>
 *
 * <p>Asynchronous calls run on threads of the client; {@code ClientBuilder.executorService} with
 * {@link Whence#wrap(java.util.concurrent.ExecutorService)} lets those know their request.
 *
 * <p>Calls outside a request are left alone, and so are headers that a call has already. A call
 * that gets no answer leaves no breadcrumb: JAX-RS tells filters nothing of it, and its exception
 * says it all. For any number of clients and threads.
 */
@ConstrainedTo(RuntimeType.CLIENT)
@Priority(Integer.MAX_VALUE)
public final class OutgoingCalls implements ClientRequestFilter, ClientResponseFilter {
  private static final String PROPERTY = "dev.whence.jaxrs.call";

  /** The request that makes a call, and when. */
  private record Call(RequestScope scope, long startNanos) {}

  /** Lets {@code call} carry what its request is known by, and remembers who makes it. */
  @Override
  public void filter(ClientRequestContext call) {
    RequestScope scope = Whence.current().currentScope().orElse(null);
    if (scope == null) {
      return;
    }
    try {
      carry(scope, call);
      call.setProperty(PROPERTY, new Call(scope, System.nanoTime()));
    } catch (Throwable e) {
      scope.whence().fault("jaxrs-client", e);
    }
  }

  private static void carry(RequestScope scope, ClientRequestContext call) {
    Settings settings = scope.whence().settings().orElseThrow();
    String host = CallHost.of(call.getUri());
    if (settings.get(Keys.PROPAGATE_TO).matches(host)) {
      addHeader(call, settings.get(Keys.REQUEST_ID_HEADER), scope.requestId());
      addHeader(call, TraceContext.HEADER, scope.traceparent());
    }
  }

  private static void addHeader(ClientRequestContext call, String name, String value) {
    boolean isThere = call.getHeaders().keySet().stream().anyMatch(name::equalsIgnoreCase);
    if (!isThere) {
      call.getHeaders().putSingle(name, value);
    }
  }

  /** Leaves the breadcrumb of a call that got its answer. */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext answer) {
    if (!(request.getProperty(PROPERTY) instanceof Call call)) {
      return;
    }
    try {
      call.scope().breadcrumb(breadcrumb(call, request, answer.getStatus()));
    } catch (Throwable e) {
      call.scope().whence().fault("jaxrs-client", e);
    }
  }

  private static Breadcrumb breadcrumb(Call call, ClientRequestContext request, int status) {
    URI uri = request.getUri();
    String host = CallHost.withPort(uri);
    String path = CallPath.of(uri.getRawPath());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("method", request.getMethod());
    data.put("host", host);
    data.put("path", path);
    data.put("status_code", status);
    data.put(
        "duration_ms", Duration.ofNanos(System.nanoTime() - call.startNanos()).toMillis());
    return new Breadcrumb(
        Instant.now(),
        "http",
        request.getMethod() + ' ' + host + path + ' ' + status,
        level(status),
        data);
  }

  private static Level level(int status) {
    if (status >= 500) {
      return Level.ERROR;
    }
    return status >= 400 ? Level.WARNING : Level.INFO;
  }
}
