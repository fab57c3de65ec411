package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.ingest.Ingest;
import dev.whence.report.LogLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks in trouble: said once, counted, and over without a restart. */
class NetworkTroubleTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir
  Path directory;

  private final LogLines log = LogLines.of("dev.whence");

  @AfterEach
  void close() {
    log.close();
  }

  private Whence instance(String dsn) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, dsn)
        .set(Keys.JOURNAL_DIR, directory.toString())
        .set(Keys.CONNECT_TIMEOUT, "1s")
        .closeTimeout(Duration.ofMillis(500))
        .build();
  }

  private static void capture(Whence whence, int first, int last) {
    for (int number = first; number <= last; number++) {
      assertThat(whence.capture(new IllegalStateException("number " + number))).isPresent();
    }
    while (whence.health().inbox() > 0) {
      Thread.onSpinWait();
    }
  }

  private static void awaitFailure(Whence whence) {
    while (whence.health().lanes().get(0).failingSince() == null) {
      assertThat(whence.flush(Duration.ofMillis(50))).isFalse();
    }
  }

  @Test
  void aReceiverThatComesBackWhereItWasGetsEverything() throws Exception {
    int port = freePort();
    try (Whence whence = instance("http://public@127.0.0.1:" + port + "/1")) {
      capture(whence, 1, 5);
      awaitFailure(whence);

      try (Ingest ingest = Ingest.builder().port(port).start()) {
        assertThat(whence.flush(LONG)).isTrue();
        assertThat(ingest.eventCount()).isEqualTo(5);
      }
      capture(whence, 6, 7);
      try (Ingest again = Ingest.builder().port(port).start()) {
        assertThat(whence.flush(LONG)).isTrue();
        assertThat(again.eventCount()).isEqualTo(2);
      }

      assertThat(log.lines())
          .containsSubsequence(
              "WARNING reporter \"sentry\" fails, its records wait: java.io.IOException: 127.0.0.1:"
                  + port + ": Connection refused",
              "INFO reporter \"sentry\" works again");
      assertThat(log.lines()).filteredOn(line -> line.contains(" fails, ")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://public@nowhere.invalid/1", "https://public@nowhere.invalid/1"})
  void aHostThatNobodyKnowsIsSaidOnceAndHarmsNothing(String dsn) {
    Whence whence = instance(dsn);
    capture(whence, 1, 5);
    awaitFailure(whence);
    for (int tries = 0; tries < 5; tries++) {
      assertThat(whence.flush(Duration.ofMillis(50))).isFalse();
    }
    whence.close();

    LaneFigures lane = whence.health().lanes().get(0);
    assertThat(lane.lastFault()).contains("nowhere.invalid", "unknown host");
    assertThat(lane.waiting()).isEqualTo(5); // for the next start
    assertThat(log.lines()).filteredOn(line -> line.contains(" fails, ")).hasSize(1);
  }

  @Test
  void aHandshakeThatFailsIsAnOutage() {
    try (Ingest plain = Ingest.start()) {
      Whence whence = instance(plain.dsn().replace("http:", "https:"));
      capture(whence, 1, 3);
      awaitFailure(whence);
      whence.close();

      LaneFigures lane = whence.health().lanes().get(0);
      assertThat(lane.lastFault()).contains("TLS failed");
      assertThat(lane.waiting()).isEqualTo(3);
      assertThat(lane.dropped()).isEmpty();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
