package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A wrong setting costs Whence, never the application, and the log says what to do. */
class BadSettingsTest extends MatrixTest {
  private static final String FILTER = "init-param of filter errors";

  @RegisterExtension
  final LogRecords log = new LogRecords();

  @TempDir
  private Path directory;

  BadSettingsTest(Engine engine) {
    super(engine);
  }

  /** Deploys with one more setting and returns what the log has to say. */
  private String complaintAbout(String key, String value) {
    try (Deployment deployed =
        container().deploy(WebXml.withFilter(directory, "/shop", Map.of(key, value)))) {
      RawAnswer answer = http().get("/shop/hello");
      assertThat(answer.body()).isEqualTo("hello\n");
      assertThat(answer.headers("X-Request-ID")).isEmpty();
      assertThat(http().get("/shop/runtime").status()).isEqualTo(500);
    }
    List<String> errors = log.messages(Level.SEVERE);
    assertThat(errors).hasSize(1);
    return errors.get(0);
  }

  @Test
  void anUnknownKeyIsNamedWithItsNeighbour() {
    assertThat(complaintAbout("enviroment", "staging"))
        .contains("enviroment", FILTER, "did you mean \"environment\"?");
  }

  @Test
  void anUnreadableDurationIsShownWithARemedy() {
    assertThat(complaintAbout("close-timeout", "soonish"))
        .contains("close-timeout", FILTER, "\"soonish\"", "2s");
  }

  @Test
  void aMalformedDsnIsNamedButNotShown() {
    assertThat(complaintAbout("dsn", "https://s3cr3t-key@nowhere"))
        .contains("dsn", FILTER, "[Filtered]")
        .doesNotContain("s3cr3t-key");
  }

  @Test
  void anEmptyValueIsNoValue() {
    try (Deployment deployed =
        container().deploy(WebXml.withFilter(directory, "/shop", Map.of("release", " ")))) {
      assertThat(http().get("/shop/hello").headers("X-Request-ID")).hasSize(1);
    }
    assertThat(log.messages(Level.WARNING)).isEmpty();
  }
}
