package dev.whence.bench.contend;

import com.bugsnag.Bugsnag;
import com.bugsnag.EndpointConfiguration;
import com.bugsnag.delivery.Delivery;
import com.bugsnag.serialization.Serializer;
import com.bugsnag.servlet.jakarta.BugsnagServletRequestListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Bugsnag's listener, and a filter that tells it of what escapes. */
final class BugsnagContender implements Contender {
  private final BugsnagServletRequestListener listener = new BugsnagServletRequestListener();
  private final Bugsnag bugsnag = new Bugsnag("0123456789abcdef0123456789abcdef", false);

  private BugsnagContender() {
    bugsnag.setAutoCaptureSessions(true);
  }

  static Contender silent() {
    BugsnagContender made = new BugsnagContender();
    made.bugsnag.setDelivery(new Nowhere());
    made.bugsnag.setSessionDelivery(new Nowhere());
    return made;
  }

  static Contender sending(String receiver) {
    BugsnagContender made = new BugsnagContender();
    made.bugsnag.setEndpoints(
        new EndpointConfiguration(receiver + "/notify", receiver + "/sessions"));
    return made;
  }

  private static final class Nowhere implements Delivery {
    @Override
    public void deliver(Serializer serializer, Object payload, Map<String, String> headers) {}

    @Override
    public void close() {}
  }

  @Override
  public void request(
      HttpServletRequest request, HttpServletResponse response, FilterChain application)
      throws IOException, ServletException {
    ServletRequestEvent event = new ServletRequestEvent(request.getServletContext(), request);
    listener.requestInitialized(event);
    try {
      application.doFilter(request, response);
    } catch (Throwable failure) {
      bugsnag.notify(failure);
      throw failure;
    } finally {
      listener.requestDestroyed(event);
    }
  }

  @Override
  public void close() {
    bugsnag.close();
  }
}
