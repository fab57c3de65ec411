package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.ingest.Ingest;
import dev.whence.report.LogLines;
import dev.whence.report.http.HttpProbe;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log says of a set-up when an instance starts, in debug. */
class StartReportTest {
  private final LogLines log = LogLines.of("dev.whence");

  @AfterEach
  void stopListening() {
    log.close();
  }

  private static WhenceBuilder builder(String dsn) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .dsn(dsn)
        .set(Keys.DEBUG, "true")
        .set(Keys.CLOSE_TIMEOUT, "20s");
  }

  private static List<Thread> doctors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("whence-doctor"))
        .toList();
  }

  private static void awaitReports() throws InterruptedException {
    for (Thread doctor : doctors()) {
      doctor.join(TimeUnit.SECONDS.toMillis(20));
    }
    assertThat(doctors()).isEmpty();
  }

  @Test
  void tellsSettingsAndFindingsOnceButSendsNothing() throws Exception {
    try (Ingest ingest = Ingest.start();
        Whence whence = builder(ingest.dsn()).environment("staging").build()) {
      awaitReports();

      assertThat(log.lines())
          .contains(
              "INFO setting environment = staging (code)",
              "INFO setting dsn = [Filtered] (code)",
              "INFO Doctor: PASS sentry-connection: established",
              "INFO Doctor: SKIP sentry-event: nothing is sent in this examination",
              "INFO Doctor: PASS reporters: 1 set",
              "INFO Doctor: PASS instances: no other on this class loader")
          .doesNotHaveDuplicates()
          .noneMatch(line -> line.startsWith("WARNING"));
      assertThat(ingest.requestCount()).isZero();
    }
  }

  @Test
  void tellsFailuresAsWarningsWithTheirRemedy() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    try (Whence whence = builder("http://k3y@127.0.0.1:" + port + "/42").build()) {
      awaitReports();

      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARNING"))
          .singleElement()
          .asString()
          .startsWith(
              "WARNING Doctor: FAIL sentry-connection: 127.0.0.1:" + port + ": Connection refused;")
          .contains("correct host and port in the DSN");
    }
  }

  @Test
  void tellsOfASecondInstanceOnTheSameLoader() throws Exception {
    try (Ingest ingest = Ingest.start();
        Whence first = builder(ingest.dsn()).set(Keys.DEBUG, "false").build();
        Whence second = builder(ingest.dsn()).build()) {
      awaitReports();

      assertThat(first.isOn() && second.isOn()).isTrue();
      assertThat(log.lines())
          .anyMatch(line -> line.startsWith(
                  "INFO Doctor: WARN instances: 2 live instances share one class loader")
              && line.endsWith("keep a reference to the one that you mean"));
    }
  }

  @Test
  void isSilentWithoutDebug() throws Exception {
    try (Ingest ingest = Ingest.start();
        Whence whence = builder(ingest.dsn()).set(Keys.DEBUG, "false").build()) {
      assertThat(doctors()).isEmpty();
      assertThat(log.lines()).isEmpty();
      assertThat(ingest.connections()).isZero();
    }
  }

  @Test
  void endsWithItsInstanceWhateverItWaitsFor() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Whence whence = builder("https://k3y@127.0.0.1:" + mute.getLocalPort() + "/42")
          .set(Keys.CONNECT_TIMEOUT, "1h")
          .build();
      awaitHandshake();

      whence.close();

      assertThat(doctors()).isEmpty();
      assertThat(log.lines())
          .contains("INFO Doctor: PASS sentry-connection: established")
          .noneMatch(line -> line.contains("sentry-tls"));
    }
  }

  private static void awaitHandshake() {
    long start = System.nanoTime();
    while (doctors().stream().noneMatch(StartReportTest::shakesHands)) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
      Thread.onSpinWait();
    }
  }

  private static boolean shakesHands(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(HttpProbe.class.getName())
            && frame.getMethodName().equals("shakeHands"));
  }
}
