package dev.whence.jaxrs.client;

import dev.whence.Whence;
import dev.whence.call.CallKind;
import dev.whence.call.HttpCall;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

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
  private static final CallKind KIND = new CallKind("jaxrs-client", "http");
  private static final String PROPERTY = "dev.whence.jaxrs.call";

  /** Lets {@code call} carry what its request is known by, and measures it. */
  @Override
  public void filter(ClientRequestContext call) {
    HttpCall begun = HttpCall.beginDetached(KIND, call.getMethod(), call.getUri());
    if (begun.isOn()) {
      call.setProperty(PROPERTY, begun);
      begun.headers().forEach((name, value) -> addHeader(call, name, value));
    }
  }

  private static void addHeader(ClientRequestContext call, String name, String value) {
    boolean isThere = call.getHeaders().keySet().stream().anyMatch(name::equalsIgnoreCase);
    if (!isThere) {
      call.getHeaders().putSingle(name, value);
    }
  }

  /** Ends the measuring of a call that got its answer. */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext answer) {
    if (request.getProperty(PROPERTY) instanceof HttpCall call) {
      call.answered(answer.getStatus());
    }
  }
}
