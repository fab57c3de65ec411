package com.example.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The script that runs through the test endpoint, against the shop. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one for bash")
class TestEndpointScriptTest {
  private static final String SCRIPT = "../src-test-harness/test-endpoint";

  private final Ingest ingest = Ingest.start();

  @AfterEach
  void close() {
    System.clearProperty("whence.dsn");
    System.clearProperty("whence.environment");
    ingest.close();
  }

  private record Run(List<String> lines, int exitStatus) {}

  private static Run run() throws Exception {
    try (RunningShop shop = RunningShop.open()) {
      return run(shop.address());
    }
  }

  private static Run run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder(SCRIPT).redirectErrorStream(true);
    command.command().addAll(List.of(arguments));
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(output.lines().toList(), process.waitFor());
  }

  @Test
  void allIsWellWhenEverythingArrives() throws Exception {
    System.setProperty("whence.dsn", ingest.dsn());

    Run run = run();

    assertThat(run.lines()).allMatch(line -> line.startsWith("PASS "));
    assertThat(run.lines())
        .hasSize(13)
        .endsWith(
            "PASS reporter shelf: 10 of 10 events arrived",
            "PASS reporter sentry: 10 of 10 events arrived");
    assertThat(run.exitStatus()).isZero();
    assertThat(ingest.eventCount()).isEqualTo(10);
  }

  @Test
  void whatAReceiverRejectsIsToldWithItsReason() throws Exception {
    ingest.answer(Answer.status(403));
    System.setProperty("whence.dsn", ingest.dsn());

    Run run = run();

    assertThat(run.lines())
        .contains("PASS reporter shelf: 10 of 10 events arrived")
        .endsWith("FAIL reporter sentry: 0 of 10 events arrived;"
            + " delivered 0, waiting 0, dropped {http_403=10}");
    assertThat(run.exitStatus()).isEqualTo(1);
  }

  @Test
  void outsideDevelopmentItSaysWhatIsMissing() throws Exception {
    System.setProperty("whence.environment", "production");

    Run run = run();

    assertThat(run.lines().get(0)).startsWith("FAIL GET ").contains("404");
    assertThat(run.lines().get(1)).contains("in the environment development?");
    assertThat(run.exitStatus()).isEqualTo(1);
  }

  @Test
  void withoutAnAddressItSaysHowToCallIt() throws Exception {
    Run run = run(new String[0]);

    assertThat(run.lines().get(0)).startsWith("usage: ");
    assertThat(run.exitStatus()).isEqualTo(2);
  }
}
