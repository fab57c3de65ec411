package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.ingest.Ingest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop as a process of its own, set up by nothing but the environment. */
class MainTest {
  private static final String OPEN = "Shop is open on ";

  @Test
  void picksAFreePortReportsToSentryAndEndsWhenTold() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      Process process = start(ingest.dsn());
      try {
        URI uri = uriSaidBy(process.inputReader(StandardCharsets.UTF_8));
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri.resolve("/boom")).build(), BodyHandlers.discarding());
        process.destroy();

        assertThat(uri.getPort()).isPositive();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ingest.awaitEvents(1, Duration.ofSeconds(1)).get(0).at("/environment"))
            .isEqualTo("staging");
        assertThat(ingest.complaints()).isEmpty();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Process start(String dsn) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath,
        Main.class.getName());
    builder.environment().put("PORT", "0");
    builder.environment().put("SENTRY_DSN", dsn);
    builder.environment().put("SENTRY_ENVIRONMENT", "staging");
    builder.environment().keySet().removeIf(name -> name.startsWith("WHENCE_"));
    return builder.redirectErrorStream(true).start();
  }

  private static URI uriSaidBy(BufferedReader output) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      all.append(line).append('\n');
      int start = line.indexOf(OPEN);
      if (start >= 0) {
        return URI.create(line.substring(start + OPEN.length()).strip());
      }
    }
    throw new AssertionError("the shop did not open: " + all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "-1", "65536", "80 80"})
  void refusesWhatIsNoPort(String text) {
    assertThatThrownBy(() -> Main.port(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("PORT", '"' + text + '"');
  }
}
