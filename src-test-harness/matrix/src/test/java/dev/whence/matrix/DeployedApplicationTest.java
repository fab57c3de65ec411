package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.matrix.container.WebDirectory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Applications deployed as the container does it, with Whence in WEB-INF/lib. */
class DeployedApplicationTest extends MatrixTest {
  private final Ingest ingest = Ingest.start();

  @RegisterExtension
  final LogRecords log = new LogRecords();

  @TempDir
  private Path directory;

  DeployedApplicationTest(Engine engine) {
    super(engine);
  }

  @AfterEach
  void closeReceiver() {
    assertThat(ingest.complaints()).isEmpty();
    ingest.close();
  }

  private static Set<ObjectName> liveInstances() throws MalformedObjectNameException {
    return ManagementFactory.getPlatformMBeanServer()
        .queryNames(new ObjectName("dev.whence:type=Health,*"), null);
  }

  private static List<String> threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("whence-"))
        .toList();
  }

  @Test
  void initParamsOfTheFilterAreSettings() {
    WebDirectory application = WebXml.withFilter(
        directory,
        "/shop",
        Map.of("dsn", ingest.dsn(), "environment", "staging", "tags", "team=shop"));

    try (Deployment deployed = container().deploy(application)) {
      RawAnswer answer = http().get("/shop/runtime");

      ReceivedEvent event = ingest.awaitEvents(1, LONG).get(0);
      assertThat(answer.header("X-Event-ID")).isEqualTo(event.eventId());
      assertThat(event.at("/environment")).isEqualTo("staging");
      assertThat(event.at("/tags/team")).isEqualTo("shop");
      assertThat(event.at("/transaction")).isEqualTo("GET /runtime");
      assertThat(event.at("/user/id")).isEqualTo("8fa1");
    }
  }

  @Test
  void withoutAWordInWebXmlTheInitializerAddsTheFilter() {
    WebDirectory application = WebXml.withoutFilter(
        directory, "/shop", Map.of("dsn", ingest.dsn(), "tags", "from=context"));

    try (Deployment deployed = container().deploy(application)) {
      RawAnswer answer = http().get("/shop/runtime");

      ReceivedEvent event = ingest.awaitEvents(1, LONG).get(0);
      assertThat(answer.header("X-Event-ID")).isEqualTo(event.eventId());
      assertThat(event.at("/tags/from")).isEqualTo("context");
      assertThat(event.at("/exception/values/2/stacktrace/frames")).contains("\"in_app\":true");
    }
  }

  @Test
  void aFilterInWebXmlAndTheInitializerMakeOneInstanceOneHeaderOneEvent() throws Exception {
    WebDirectory application = WebXml.withFilter(directory, "/shop", Map.of("dsn", ingest.dsn()));

    try (Deployment deployed = container().deploy(application)) {
      RawAnswer answer = http().get("/shop/runtime", "X-Request-ID: r-1");
      ingest.awaitEvents(1, LONG);

      assertThat(answer.headers("X-Request-ID")).containsExactly("r-1");
      assertThat(liveInstances()).hasSize(1);
    }
    assertThat(ingest.eventCount()).as("closing sends what is left").isEqualTo(1);
  }

  @Test
  void theApplicationsEndEndsTheInstanceAndItsThreads() throws Exception {
    WebDirectory application =
        WebXml.withoutFilter(directory, "/shop", Map.of("dsn", ingest.dsn()));
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Deployment deployed = container().deploy(application);
    http().get("/shop/runtime");
    ingest.awaitEvents(1, LONG);
    assertThat(threadsSince(before)).isNotEmpty();
    assertThat(liveInstances()).hasSize(1);

    deployed.close();

    assertThat(threadsSince(before)).isEmpty();
    assertThat(liveInstances()).isEmpty();
  }

  @Test
  void twoApplicationsStayApart() {
    Path shop = directory.resolve("shop");
    Path bank = directory.resolve("bank");

    try (Deployment first = container()
            .deploy(WebXml.withFilter(
                shop,
                "/shop",
                Map.of("dsn", ingest.dsn("7"), "environment", "east", "tags", "team=shop")));
        Deployment second = container()
            .deploy(WebXml.withFilter(
                bank,
                "/bank",
                Map.of("dsn", ingest.dsn("8"), "environment", "west", "tags", "unit=bank")))) {
      http().get("/shop/runtime");
      ingest.awaitEvents(1, LONG);
      http().get("/bank/runtime");
      List<ReceivedEvent> events = ingest.awaitEvents(2, LONG);

      assertThat(events)
          .extracting(event -> event.at("/environment"))
          .containsExactly("east", "west");
      assertThat(events).extracting(event -> event.at("/tags/team")).containsExactly("shop", "");
      assertThat(events).extracting(event -> event.at("/tags/unit")).containsExactly("", "bank");
      assertThat(ingest.requests())
          .extracting(request -> request.path().substring(0, 7))
          .containsOnly("/api/7/", "/api/8/");
    }
    assertThat(log.messages(Level.WARNING)).as("faults").isEmpty();
  }

  @Test
  void anApplicationThatIsDeployedAgainReportsAgain() {
    WebDirectory application =
        WebXml.withoutFilter(directory, "/shop", Map.of("dsn", ingest.dsn()));

    for (int round = 1; round <= 3; round++) {
      try (Deployment deployed = container().deploy(application)) {
        http().get("/shop/runtime");
        ingest.awaitEvents(round, LONG);
      }
    }

    assertThat(ingest.seenIds()).hasSize(3);
  }
}
