package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.event.Level;
import dev.whence.junit.EventAssert;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint by which a developer sees that events arrive. */
class TestEndpointTest extends MatrixTest {
  private static final Pattern EVENT = Pattern.compile("event: ([0-9a-f]{32})\\R");

  @TempDir
  private Path directory;

  TestEndpointTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void inDevelopment() {
    whence.rebuild(builder -> builder.environment("development").set(Keys.DEBUG, "false"));
  }

  /** On Tomcat filters run only where some servlet is mapped, such as the one for documents. */
  private RawHttp deployWithDocuments() {
    return deploy(
        ScenarioApplication.behind(new WhenceFilter(whence.whence())).documents(directory));
  }

  private EventAssert assertAnnounced(RawAnswer answer) {
    Matcher inBody = EVENT.matcher(answer.body());
    String id = inBody.find() ? inBody.group(1) : answer.header("X-Event-ID");
    assertThat(id).isEqualTo(event().eventId());
    return assertThatEvent(event()).hasRequestId(answer.header("X-Request-ID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void throwsAnExceptionWithACause(String method) {
    RawAnswer answer = deployWithDocuments().request(method, "/whence/test?type=exception");

    assertThat(answer.status()).isEqualTo(500);
    assertAnnounced(answer)
        .hasException(IllegalStateException.class)
        .causedBy(IllegalArgumentException.class)
        .isUnhandled();
  }

  @Test
  void throwsAnError() {
    RawAnswer answer = deployWithDocuments().get("/whence/test?type=error");

    assertThat(answer.status()).isEqualTo(500);
    assertAnnounced(answer).isUnhandled();
  }

  @Test
  void answers500WithoutAnException() {
    RawAnswer answer = deployWithDocuments().get("/whence/test?type=http");

    assertThat(answer.status()).isEqualTo(500);
    assertAnnounced(answer).hasNoException().hasStatus(500);
  }

  @Test
  void capturesAnExceptionAndNamesItsEvent() {
    RawAnswer answer = deployWithDocuments().get("/whence/test?type=capture");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsPattern(EVENT);
    assertAnnounced(answer).hasException(IllegalStateException.class).isHandled();
  }

  @Test
  void capturesAMessageAsAFormAsksForIt() {
    RawAnswer answer = deployWithDocuments()
        .post("/whence/test", "type=message", "Content-Type: application/x-www-form-urlencoded");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsPattern(EVENT);
    assertAnnounced(answer).hasNoException().hasLevel(Level.INFO);
  }

  @Test
  void saysWhatEveryReporterHasDelivered() {
    deployWithDocuments().get("/whence/test?type=message");
    RawAnswer answer = http().get("/whence/test");

    event();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("types: exception, http, capture, message, error")
        .contains(": delivered 1, waiting 0, dropped {}");
  }

  @Test
  void refusesATypeThatItDoesNotKnow() {
    RawAnswer answer = deployWithDocuments().get("/whence/test?type=oops");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("no such type; use one of exception, http, capture");
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "staging", "test", "developments"})
  void isNotThereAnywhereElse(String environment) {
    whence.rebuild(builder -> builder.environment(environment));

    RawAnswer answer = deployWithDocuments().get("/whence/test?type=exception");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(whence.whence().health().captured()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/whence/test/more?type=error", "/whence?type=error", "/shop/whence/test"})
  void leavesOtherPathsToTheApplication(String path) {
    assertThat(deployWithDocuments().get(path).status()).isEqualTo(404);
  }

  @Test
  void leavesOtherMethodsToTheApplication() {
    RawAnswer answer = deployWithDocuments().request("DELETE", "/whence/test?type=error");

    assertThat(answer.status()).isEqualTo(405);
  }
}
