package dev.whence.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** What is counted by route is what the container's access log says. */
class StatisticsTest {
  /** 5,000 in every build, 50,000 in the full one. */
  private static final int REQUESTS = Integer.getInteger("load.requests", 5_000);

  private static final int CLIENTS = 8;
  private static final List<Integer> STATUSES =
      List.of(200, 200, 200, 204, 302, 400, 401, 403, 404, 418, 429, 500, 503);

  /** How often each route was answered with each group of statuses, as the container has it. */
  private final Map<String, AtomicLong> logged = new ConcurrentHashMap<>();

  private final Map<String, AtomicLong> bytesLogged = new ConcurrentHashMap<>();
  private final CountsReporter reporter = new CountsReporter();

  /** Answers with the status that the path names, or throws. */
  private static final class StatusServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String asked = request.getPathInfo().substring(1);
      if (asked.equals("throw")) {
        throw new ServletException("planted");
      }
      response.setStatus(Integer.parseInt(asked));
      if (asked.equals("200")) {
        response.setContentLength(100);
        response.getOutputStream().write(new byte[100]);
      }
    }
  }

  /** Adds up what is reported. */
  private static final class CountsReporter implements Reporter {
    final Map<String, Long> counted = new TreeMap<>();
    final Map<String, Long> bytes = new TreeMap<>();
    final Map<String, long[]> countAndErrors = new TreeMap<>();

    @Override
    public String name() {
      return "counts";
    }

    @Override
    public Set<Category> categories() {
      return Set.of(Category.STATISTICS);
    }

    @Override
    public Outcome report(Batch batch) throws IOException {
      for (EventRecord record : batch.records()) {
        JsonNode report = new ObjectMapper().readTree(record.json());
        report.path("routes").forEach(this::add);
      }
      return batch.accepted();
    }

    private void add(JsonNode route) {
      String name = route.path("route").asText();
      route
          .path("statuses")
          .properties()
          .forEach(status ->
              counted.merge(name + ' ' + status.getKey(), status.getValue().asLong(), Long::sum));
      bytes.merge(name, route.path("bytes").asLong(), Long::sum);
      long[] sums = countAndErrors.computeIfAbsent(name, unused -> new long[3]);
      sums[0] += route.path("count").asLong();
      sums[1] += route.path("errors").asLong();
      route.at("/duration/buckets").forEach(bucket -> sums[2] += bucket.path(1).asLong());
    }
  }

  private void log(Request request, Response response) {
    String path = request.getHttpURI().getPath();
    String prefix = path.substring(0, path.indexOf('/', 1) + 1);
    boolean isKnown = prefix.equals("/orders/") || prefix.equals("/users/");
    String route = request.getMethod() + (isKnown ? ' ' + prefix + '*' : " /*");
    count(logged, route + ' ' + group(response.getStatus()), 1);
    if (response.getStatus() == 200) {
      count(bytesLogged, route, Response.getContentBytesWritten(response));
    }
  }

  private static void count(Map<String, AtomicLong> counts, String name, long more) {
    counts.computeIfAbsent(name, unused -> new AtomicLong()).addAndGet(more);
  }

  private static String group(int status) {
    return Set.of(401, 403, 404, 429).contains(status) ? "" + status : status / 100 + "xx";
  }

  private Server start(Whence whence) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
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
    return server;
  }

  private static void ask(int port, int requests, int seed) throws IOException {
    for (int i = 0; i < requests; i++) {
      int number = seed + i;
      String place = List.of("/orders/", "/users/", "/nowhere/").get(number % 3);
      Object last = number % 29 == 0 ? "throw" : STATUSES.get(number % STATUSES.size());
      HttpURLConnection connection = (HttpURLConnection)
          URI.create("http://127.0.0.1:" + port + place + last).toURL().openConnection();
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod(number % 5 == 0 ? "POST" : "GET");
      try (var in = connection.getResponseCode() < 400
          ? connection.getInputStream()
          : connection.getErrorStream()) {
        if (in != null) {
          in.readAllBytes();
        }
      }
    }
  }

  @Test
  void everyRequestIsCountedOnceWhereItsAccessLogHasIt() throws Exception {
    Whence whence = Whence.builder()
        .environmentVariables(Map.of())
        .tracesSampleRate(0.1)
        .reporter(reporter)
        .build();
    Server server = start(whence);
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<?>> done = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int seed = client * 7;
      done.add(clients.submit(() -> {
        ask(port, REQUESTS / CLIENTS, seed);
        return null;
      }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    clients.shutdown();
    server.stop();
    whence.close();

    Map<String, Long> expected = new TreeMap<>();
    logged.forEach((name, count) -> expected.put(name, count.get()));
    assertThat(reporter.counted).isEqualTo(expected);
    assertThat(expected.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo((long) REQUESTS / CLIENTS * CLIENTS);
    bytesLogged.forEach((route, sum) -> assertThat(reporter.bytes).containsEntry(route, sum.get()));
    reporter.countAndErrors.forEach((route, sums) -> {
      assertThat(sums[1]).as(route).isEqualTo(expected.getOrDefault(route + " 5xx", 0L));
      assertThat(sums[2]).as(route).isEqualTo(sums[0]);
    });
  }
}
