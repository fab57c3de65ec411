package dev.whence.matrix.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.matrix.container.WebDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A web application that had never heard of Whence reports its first failure after what the README
 * says has been pasted, and nothing else.
 */
@Tag("stranger")
class StrangerTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir
  private static Path directory;

  private static Maven maven;
  private static boolean wasInstalled;

  private final Ingest ingest = Ingest.start();

  @BeforeAll
  static void publish() throws IOException {
    wasInstalled = Reactor.isIn(Maven.MACHINES);
    maven = new Maven(directory);
    Reactor.installInto(maven.localRepository());
  }

  @AfterAll
  static void nothingIsLeftOnTheMachine() {
    assertThat(Reactor.isIn(Maven.MACHINES)).isEqualTo(wasInstalled);
  }

  @AfterEach
  void closeReceiver() {
    ingest.close();
  }

  /** Makes a project in which the dependency has been pasted. */
  private StrangersProject project(String name) throws IOException {
    return new StrangersProject(directory.resolve(name))
        .dependency(Readme.dependency())
        .dsn(ingest.dsn());
  }

  @Test
  void theDependencyIsAllThatAContainerNeeds() throws Exception {
    Path application = project("bare").packagedBy(maven);

    for (Engine engine : Engine.values()) {
      ReceivedEvent event = firstFailure(engine, application);

      assertThat(event.at("/environment")).isEqualTo("production");
    }
  }

  @Test
  void theFilterOfTheReadmeWorksInWebXml() throws Exception {
    Path application = project("named").webXml(Readme.filter()).packagedBy(maven);

    for (Engine engine : Engine.values()) {
      ReceivedEvent event = firstFailure(engine, application);

      assertThat(event.at("/environment")).isEqualTo("staging");
    }
  }

  /** Deploys the application, has it fail, and checks what is reported of that. */
  private ReceivedEvent firstFailure(Engine engine, Path application) {
    int before = Math.toIntExact(ingest.eventCount());
    try (Container container = engine.start();
        Deployment deployed = container.deploy(new WebDirectory(application, "/acme"))) {
      RawAnswer answer = new RawHttp(container.port())
          .get("/acme" + StrangersProject.PATH + "?name=ada", "x-greeting: hi");

      ReceivedEvent event = ingest.awaitEvents(before + 1, LONG).get(before);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("X-Event-ID")).isEqualTo(event.eventId());
      assertThat(answer.header("X-Request-ID"))
          .isNotEmpty()
          .isEqualTo(event.at("/tags/request_id"));
      assertTells(event.json());
      assertThat(ingest.complaints()).isEmpty();
      return event;
    }
  }

  private static void assertTells(JsonNode event) {
    JsonNode thrown = event.at("/exception/values/0");
    assertThat(thrown.path("type").asText()).isEqualTo("IllegalStateException");
    assertThat(thrown.path("value").asText()).isEqualTo("nobody to greet");
    JsonNode frames = thrown.at("/stacktrace/frames");
    JsonNode innermost = frames.get(frames.size() - 1);
    assertThat(innermost.path("module").asText()).isEqualTo(StrangersProject.SERVLET);
    assertThat(innermost.path("in_app").asBoolean()).isTrue();
    assertThat(event.path("transaction").asText()).isEqualTo("GET " + StrangersProject.PATH);
    assertThat(event.at("/request/method").asText()).isEqualTo("GET");
    assertThat(event.at("/request/url").asText()).endsWith("/acme" + StrangersProject.PATH);
    assertThat(event.at("/request/query_string").toString()).contains("ada");
    assertThat(event.at("/request/headers/x-greeting").asText()).isEqualTo("hi");
  }
}
