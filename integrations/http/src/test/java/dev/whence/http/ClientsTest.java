package dev.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.whence.Transaction;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every client does with Whence, and what it goes on to do. */
class ClientsTest {
  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  private final List<Headers> received = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> {
      received.add(exchange.getRequestHeaders());
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/cut")) {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        exchange.getHttpContext().getServer().stop(0);
      } else if (path.startsWith("/moved")) {
        exchange.getResponseHeaders().set("Location", "/200");
        exchange.sendResponseHeaders(302, -1);
      } else {
        byte[] body = "done".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(path.substring(1, 4)), body.length);
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private URI uri(String path) {
    return URI.create("http://" + host() + path);
  }

  private static URI deadEnd() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/200");
    }
  }

  private RecordedEvent tracing(Runnable work) {
    try (Transaction job = whence.whence().transaction("task", "calls")) {
      work.run();
      whence.whence().capture("after the call", dev.whence.event.Level.INFO);
    }
    List<RecordedEvent> transactions = whence.transactions();
    assertThat(transactions).hasSize(1);
    return transactions.get(0);
  }

  @ParameterizedTest
  @EnumSource
  void aCallIsASpanAndABreadcrumbWithoutIdsQueryAndUser(Client client) {
    URI uri = URI.create("http://ada:hunter2FAKE@" + host() + "/404/users/17?token=plantedFAKE");
    boolean takesUsers = client == Client.OKHTTP || client == Client.OKHTTP_ASYNC;
    RecordedEvent transaction = tracing(() -> assertThat(
            client.outcome(takesUsers ? uri : uri("/404/users/17?token=plantedFAKE"), true))
        .isEqualTo("404"));

    assertThat(transaction.at("/spans/0/op")).isEqualTo("http.client");
    assertThat(transaction.at("/spans/0/description"))
        .isEqualTo("GET " + host() + "/{id}/users/{id}");
    assertThat(transaction.at("/spans/0/status")).isEqualTo("not_found");
    assertThat(transaction.at("/spans/0/data/http.request.method")).isEqualTo("GET");
    assertThat(transaction.at("/spans/0/data/server.address")).isEqualTo("127.0.0.1");
    assertThat(transaction.at("/spans/0/data/http.response.status_code")).isEqualTo("404");
    RecordedEvent event = whence.events().get(0);
    assertThat(event.at("/breadcrumbs/values/0/message"))
        .isEqualTo("GET " + host() + "/{id}/users/{id} 404");
    assertThat(event.at("/breadcrumbs/values/0/level")).isEqualTo("warning");
    assertThat(event.toString() + transaction).doesNotContain("FAKE");
    assertThat(transaction.at("")).doesNotContain("FAKE");
    assertThat(event.at("")).doesNotContain("FAKE");
  }

  @ParameterizedTest
  @EnumSource
  void aCallCarriesTheTraceAndKeepsTheHeadersThatItHas(Client client) {
    RecordedEvent transaction = tracing(() -> client.outcome(uri("/200"), true));

    String trace = transaction.at("/contexts/trace/trace_id");
    String span = transaction.at("/spans/0/span_id");
    assertThat(received).hasSize(1);
    assertThat(received.get(0).get("Traceparent"))
        .containsExactly("00-" + trace + '-' + span + "-01");
    assertThat(received.get(0).get("Sentry-trace")).containsExactly(trace + '-' + span + "-1");
    assertThat(received.get(0).getFirst("Baggage")).contains("sentry-trace_id=" + trace);
    assertThat(received.get(0).get("X-request-id")).containsExactly(Client.OWN);
  }

  @ParameterizedTest
  @EnumSource
  void aHostThatIsNotNamedIsToldNothing(Client client) {
    Whence unused = whence.rebuild(builder -> builder.set(Keys.PROPAGATE_TO, "api.example.com"));
    RecordedEvent transaction = tracing(() -> client.outcome(uri("/200"), true));

    assertThat(received.get(0)).doesNotContainKeys("Traceparent", "Sentry-trace", "Baggage");
    assertThat(transaction.at("/spans/0/op")).isEqualTo("http.client");
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatGetsNoAnswerFailsAsItDid(Client client) throws IOException {
    URI nowhere = deadEnd();
    RecordedEvent transaction =
        tracing(() -> assertThat(client.outcome(nowhere, true)).doesNotMatch("\\d+"));

    assertThat(transaction.at("/spans/0/status")).isEqualTo("internal_error");
    assertThat(transaction.at("/spans/0/data/error.type")).endsWith("Exception");
    assertThat(whence.events().get(0).at("/breadcrumbs/values/0/level")).isEqualTo("error");
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationSeesWhatItWouldSeeWithoutUs(Client client) throws IOException {
    URI nowhere = deadEnd();
    for (URI uri : List.of(uri("/200"), uri("/404"), uri("/503"), uri("/moved"), nowhere)) {
      String without = client.outcome(uri, false);
      try (Transaction job = whence.whence().transaction("task", "calls")) {
        assertThat(client.outcome(uri, true)).as(uri.getPath()).isEqualTo(without);
      }
    }
    String cut = client.outcome(uri("/cut"), false);
    stop();
    serve();
    try (Transaction job = whence.whence().transaction("task", "calls")) {
      assertThat(client.outcome(uri("/cut"), true)).isEqualTo(cut);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outsideOfRequestsAndWhereItIsOffNothingHappens(Client client) {
    assertThat(client.outcome(uri("/200"), true)).isEqualTo("200");
    Whence unused = whence.rebuild(builder -> builder.set(TraceKeys.INTEGRATIONS_OFF, "http"));
    RecordedEvent transaction = tracing(() -> client.outcome(uri("/200"), true));

    assertThat(received)
        .allSatisfy(headers -> assertThat(headers).doesNotContainKey("Traceparent"));
    assertThat(transaction.at("/spans")).isEqualTo("[]");
  }
}
