package dev.whence.matrix.load;

import dev.whence.Whence;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A Jetty with the filter, two routes, and an access log that is added up. Knows Jetty in the place
 * of a test, which must load where there is none.
 */
final class LoggedJetty implements AutoCloseable {
  private static final Set<Integer> APART = Set.of(401, 403, 404, 429);

  private final Map<String, AtomicLong> requests = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> bytes = new ConcurrentHashMap<>();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  LoggedJetty(Whence whence) throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setRequestLog(this::log);
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(
        new FilterHolder(new WhenceFilter(whence)), "/*", EnumSet.allOf(DispatcherType.class));
    context.addServlet(new ServletHolder(new StatusServlet()), "/orders/*");
    context.addServlet(new ServletHolder(new StatusServlet()), "/users/*");
    server.setHandler(context);
    server.start();
  }

  int port() {
    return connector.getLocalPort();
  }

  private void log(Request request, Response response) {
    String path = request.getHttpURI().getPath();
    String prefix = path.substring(0, path.indexOf('/', 1) + 1);
    boolean isKnown = prefix.equals("/orders/") || prefix.equals("/users/");
    String route = request.getMethod() + (isKnown ? ' ' + prefix + '*' : " /*");
    count(requests, route + ' ' + group(response.getStatus()), 1);
    if (response.getStatus() == 200) {
      count(bytes, route, Response.getContentBytesWritten(response));
    }
  }

  private static void count(Map<String, AtomicLong> counts, String name, long more) {
    counts.computeIfAbsent(name, unused -> new AtomicLong()).addAndGet(more);
  }

  private static String group(int status) {
    return APART.contains(status) ? String.valueOf(status) : status / 100 + "xx";
  }

  /** Returns how often each route was answered with each group of statuses. */
  Map<String, Long> requests() {
    return sums(requests);
  }

  /** Returns how many bytes each route was answered with, where the answer says how many. */
  Map<String, Long> bytes() {
    return sums(bytes);
  }

  private static Map<String, Long> sums(Map<String, AtomicLong> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((name, count) -> sums.put(name, count.get()));
    return sums;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
