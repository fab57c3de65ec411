package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.report.sentry.SentryReporter;
import dev.whence.servlet.HealthServlet;
import dev.whence.servlet.WhenceFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.example.scenarios.ScenarioServlet;
import org.example.scenarios.Scenarios;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the health servlet tells of an instance whose receiver works, fails or is gone. */
class HealthServletTest extends MatrixTest {
  private static final Map<String, String> FAILING = Map.of("fail-when-broken", "true");

  private final Ingest ingest = Ingest.start();

  @TempDir
  private Path directory;

  HealthServletTest(Engine engine) {
    super(engine);
  }

  @AfterEach
  void closeReceiver() {
    ingest.close();
  }

  private RawHttp deployWith(HealthServlet servlet, Map<String, String> parameters) {
    return deploy(Application.atRoot()
        .filter(new WhenceFilter(whence.whence()))
        .servlet(servlet, "/health", parameters)
        .servlet(new ScenarioServlet(Scenarios.named("runtime")), "/runtime"));
  }

  private void reportTo(String dsn) {
    whence.rebuild(
        builder -> builder.closeTimeout(Duration.ofMillis(100)).reporter(SentryReporter.to(dsn)));
  }

  private static JsonNode json(RawAnswer answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.text(), e);
    }
  }

  /** Asks until the answer has {@code status}, and returns it. */
  private RawAnswer awaitHealth(int status) {
    return awaitHealth(answer -> answer.status() == status);
  }

  private RawAnswer awaitHealth(Predicate<RawAnswer> wanted) {
    long end = System.nanoTime() + LONG.toNanos();
    RawAnswer answer = http().get("/health");
    while (!wanted.test(answer) && System.nanoTime() < end) {
      whence.whence().flush(Duration.ofMillis(10)); // what waits for its next try tries at once
      answer = http().get("/health");
    }
    assertThat(answer).matches(wanted);
    return answer;
  }

  @Test
  void tellsTheFiguresOfTheApplicationsInstance() {
    deployWith(new HealthServlet(), Map.of()).get("/runtime");
    events(1);

    RawAnswer answer = http().get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(json(answer).at("/isOn").booleanValue()).isTrue();
    assertThat(json(answer).at("/captured").intValue()).isEqualTo(1);
    assertThat(json(answer).at("/lanes/0/name").textValue()).isEqualTo("recording");
    assertThat(json(answer).at("/lanes/0/delivered").intValue()).isEqualTo(1);
  }

  @Test
  void answersHeadWithoutABody() {
    RawAnswer answer = deployWith(new HealthServlet(), FAILING).request("HEAD", "/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(Integer.parseInt(answer.header("Content-Length"))).isGreaterThan(100);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "BREW"})
  void allowsNoOtherMethod(String method) {
    RawAnswer answer = deployWith(new HealthServlet(), FAILING).request(method, "/health");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void failsAsLongAsTheReceiverDoesAndLeavesNoEventOfIt() {
    reportTo(ingest.dsn());
    ingest.answer(Answer.status(500));
    deployWith(new HealthServlet(), FAILING);
    assertThat(http().get("/health").status()).isEqualTo(200);

    http().get("/runtime");
    JsonNode broken = json(awaitHealth(503));
    ingest.answer(Answer.ok());
    JsonNode working = json(awaitHealth(200));

    assertThat(broken.at("/isBroken").booleanValue()).isTrue();
    assertThat(broken.at("/lanes/1/name").textValue()).isEqualTo("sentry");
    assertThat(broken.at("/lanes/1/failingSince").textValue()).startsWith("20");
    assertThat(broken.at("/lanes/1/lastFault").textValue())
        .contains("answered 500")
        .doesNotContain("public");
    assertThat(working.at("/lanes/1/failingSince").isNull()).isTrue();
    assertThat(working.at("/captured").intValue()).isEqualTo(1);
    events(1);
  }

  @Test
  void tellsOfFailingWithoutFailingItselfUnlessItIsToldTo() {
    ingest.close();
    reportTo(ingest.dsn());
    deployWith(new HealthServlet(), Map.of("fail-when-broken", "false")).get("/runtime");
    whence.reporter().awaitEvents(1, LONG);

    RawAnswer answer = awaitHealth(any -> json(any).at("/isBroken").booleanValue());

    assertThat(answer.status()).isEqualTo(200);
    whence.whence().close();
    events(1);
  }

  @Test
  void failsWhereNobodyListens() {
    ingest.close();
    reportTo(ingest.dsn());
    deployWith(new HealthServlet(), FAILING).get("/runtime");
    whence.reporter().awaitEvents(1, LONG);

    assertThat(json(awaitHealth(503)).at("/lanes/1/delivered").intValue()).isZero();

    whence.whence().close();
    events(1);
  }

  @Test
  void failsWhereAMistakeHasSwitchedWhenceOff() {
    Whence off = Whence.builder()
        .environmentVariables(Map.of())
        .dsn("https://s3cr3t@nowhere")
        .build();

    RawAnswer answer = deployWith(new HealthServlet(off), FAILING).get("/health");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).contains("\"isOn\":false", "dsn").doesNotContain("s3cr3t");
  }

  @Test
  void doesNotFailWhereWhenceIsOffOnPurpose() {
    Whence off = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.ENABLED, "false")
        .build();

    RawAnswer answer = deployWith(new HealthServlet(off), FAILING).get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"isOn\":false", "\"isDisabled\":true");
  }

  @Test
  void findsTheInstanceThatWebXmlMade() {
    Map<String, String> settings = Map.of("dsn", ingest.dsn());

    try (Deployment deployed =
        container().deploy(WebXml.withHealth(directory, "/shop", settings))) {
      http().get("/shop/runtime");
      ingest.awaitEvents(1, LONG);
      RawAnswer answer = http().get("/shop/whence-health");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(json(answer).at("/captured").intValue()).isEqualTo(1);
      assertThat(json(answer).at("/lanes/0/name").textValue()).isEqualTo("sentry");
    }
  }
}
