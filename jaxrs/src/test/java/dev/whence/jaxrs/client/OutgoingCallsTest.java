package dev.whence.jaxrs.client;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.event.Level;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import dev.whence.trace.TraceHeaders;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real client and a real server. */
class OutgoingCallsTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private final List<Map<String, List<String>>> received = new CopyOnWriteArrayList<>();
  private final Client client = ClientBuilder.newClient().register(new OutgoingCalls());
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      received.add(exchange.getRequestHeaders());
      int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1, 4));
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stopServer() {
    client.close();
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private RecordedEvent eventOf(RequestScope scope) {
    try (ScopeEntry entry = scope.enter()) {
      scope.whence().capture("after the call", Level.INFO);
    }
    scope.finish(new EndedRequest());
    return whence.event();
  }

  @Test
  void aCallCarriesTheRequestIdAndContinuesItsTrace() {
    RequestScope scope = whence
        .whence()
        .open("r-1", new TraceHeaders("00-" + TRACE + "-00f067aa0ba902b7-01", null, null, null));

    try (ScopeEntry entry = scope.enter()) {
      client.target(url("/200/users/17")).request().get().close();
    }

    assertThat(received.get(0).get("X-request-id")).containsExactly("r-1");
    assertThat(received.get(0).get("Traceparent"))
        .singleElement()
        .asString()
        .startsWith("00-" + TRACE + '-')
        .endsWith("-01")
        .doesNotContain("00f067aa0ba902b7")
        .hasSize(55);
    RecordedEvent event = eventOf(scope);
    assertThat(event.at("/contexts/trace/trace_id")).isEqualTo(TRACE);
    assertThat(event.at("/contexts/trace/parent_span_id")).isEqualTo("00f067aa0ba902b7");
    assertThat(String.join("", received.get(0).getOrDefault("Traceparent", List.of())))
        .contains(whence.transactions().get(0).at("/spans/0/span_id"));
  }

  @Test
  void aCallLeavesABreadcrumbWithoutIdsAndQuery() {
    RequestScope scope = whence.whence().open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      client.target(url("/404/users/17?token=planted")).request().get().close();
    }

    String host = "127.0.0.1:" + server.getAddress().getPort();
    RecordedEvent event = eventOf(scope);
    assertThatEvent(event).hasBreadcrumbs("GET " + host + "/{id}/users/{id} 404");
    assertThat(event.at("/breadcrumbs/values/0/category")).isEqualTo("http");
    assertThat(event.at("/breadcrumbs/values/0/level")).isEqualTo("warning");
    assertThat(event.at("/breadcrumbs/values/0/data/status_code")).isEqualTo("404");
    assertThat(event.at("/breadcrumbs/values/0/data/method")).isEqualTo("GET");
    assertThat(event.at("/breadcrumbs/values/0/data/duration_ms")).matches("\\d+(\\.\\d+)?");
    assertThatEvent(event).mentionsNowhere("planted");
  }

  @Test
  void anAsynchronousCallLeavesItsBreadcrumbInTheRequestThatMadeIt()
      throws ExecutionException, InterruptedException {
    RequestScope scope = whence.whence().open("r-1");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Client asynchronous = ClientBuilder.newBuilder()
        .executorService(whence.whence().wrap(threads))
        .register(new OutgoingCalls())
        .build();

    try (ScopeEntry entry = scope.enter()) {
      asynchronous.target(url("/503/stock")).request().async().get().get().close();
    } finally {
      asynchronous.close();
      threads.shutdown();
    }

    assertThat(received.get(0).get("X-request-id")).containsExactly("r-1");
    RecordedEvent event = eventOf(scope);
    assertThat(event.at("/breadcrumbs/values/0/message")).endsWith("/{id}/stock 503");
    assertThat(event.at("/breadcrumbs/values/0/level")).isEqualTo("error");
  }

  @Test
  void headersThatACallHasAreKept() {
    RequestScope scope = whence.whence().open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      client.target(url("/200")).request().header("x-request-id", "mine").get().close();
    }

    assertThat(received.get(0).get("X-request-id")).containsExactly("mine");
    scope.finish(new EndedRequest());
  }

  @Test
  void aHostThatIsNotNamedIsToldNothing() {
    Whence instance =
        whence.rebuild(builder -> builder.set(Keys.PROPAGATE_TO, "api.example.com,*.local"));
    RequestScope scope = instance.open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      client.target(url("/200")).request().get().close();
    }

    assertThat(received.get(0)).doesNotContainKeys("X-request-id", "Traceparent");
    assertThat(eventOf(scope).at("/breadcrumbs/values/0/message")).endsWith(" 200");
  }

  @Test
  void aCallOutsideARequestIsLeftAlone() {
    client.target(url("/200")).request().get().close();

    assertThat(received.get(0)).doesNotContainKeys("X-request-id", "Traceparent");
  }
}
