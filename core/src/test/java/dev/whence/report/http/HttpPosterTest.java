package dev.whence.report.http;

import static dev.whence.report.http.ScriptedServer.OK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.report.http.HttpPoster.Timeouts;
import dev.whence.report.http.ScriptedServer.Received;
import dev.whence.report.http.ScriptedServer.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class HttpPosterTest {
  private static final byte[] BODY = "a body that repeats, a body that repeats".getBytes(UTF_8);
  private static final Timeouts LONG = timeouts(20_000);
  private static final Timeouts SHORT = timeouts(200);

  @Test
  void writesAPlainRequest() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        HttpPoster poster = poster(server.port(), LONG)) {
      poster.post(BODY);

      Received request = server.requests().get(0);
      assertThat(request.head())
          .isEqualTo("POST /api/42/envelope/ HTTP/1.1\r\n"
              + "Host: 127.0.0.1:" + server.port() + "\r\n"
              + "X-Name: value\r\n"
              + "Content-Encoding: deflate\r\n"
              + "Content-Length: " + request.body().length() + "\r\n\r\n");
      assertThat(request.inflatedBody()).isEqualTo(BODY);
    }
  }

  @Test
  void keepsTheConnectionAndCompressesEachBodyAfresh() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        HttpPoster poster = poster(server.port(), LONG)) {
      for (int i = 0; i < 3; i++) {
        assertThat(poster.post(BODY).status()).isEqualTo(200);
      }

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .hasSize(3)
          .allSatisfy(request -> assertThat(request.inflatedBody()).isEqualTo(BODY));
    }
  }

  @Test
  void replacesAConnectionThatThePeerClosedWhileItWasIdle() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.answerAndClose(OK));
        HttpPoster poster = poster(server.port(), LONG)) {
      poster.post(BODY);
      server.awaitClose();

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(server.requests()).extracting(Received::connection).containsExactly(1, 2);
    }
  }

  @Test
  void sendsOnceMoreWhenAKeptConnectionEndsWithoutAnAnswer() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.answer(OK), Step.answerAndClose(""));
        HttpPoster poster = poster(server.port(), LONG)) {
      poster.post(BODY);

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(server.requests()).extracting(Received::connection).containsExactly(1, 1, 2);
    }
  }

  @Test
  void sendsNothingTwiceOnceAnAnswerHasBegun() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(Step.answer(OK), Step.answerAndClose("HTTP/1.1 2"));
        HttpPoster poster = poster(server.port(), LONG)) {
      poster.post(BODY);

      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessage(place(server) + ": connection closed in the middle of the answer");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void sendsNothingTwiceOnAFreshConnection() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.answerAndClose(""));
        HttpPoster poster = poster(server.port(), LONG)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessage(place(server) + ": connection closed without an answer");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void throwsAwayWhatComesUnasked() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK + "HTTP/1.1 408 Timeout\r\n\r\n");
        HttpPoster poster = poster(server.port(), LONG)) {
      poster.post(BODY);

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(
            "HTTP/1.1 307 Elsewhere\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n");
        HttpPoster poster = poster(server.port(), LONG)) {
      assertThat(poster.post(BODY).status()).isEqualTo(307);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void givesUpOnAPeerThatNeverAnswers() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.silence());
        HttpPoster poster = poster(server.port(), SHORT)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .hasMessage(place(server) + ": sending and answering took longer than 200 ms")
          .hasCauseInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void givesUpOnAPeerThatAnswersInDribbles() throws Exception {
    ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    try (ServerSocket listener = loopback(50);
        HttpPoster poster = poster(listener.getLocalPort(), SHORT)) {
      Background.run(() -> {
        OutputStream out = listener.accept().getOutputStream();
        drops.scheduleAtFixedRate(() -> drip(out), 0, 10, TimeUnit.MILLISECONDS).get();
      });

      assertThatThrownBy(() -> poster.post(BODY)).hasCauseInstanceOf(SocketTimeoutException.class);
    } finally {
      drops.shutdownNow();
    }
  }

  private static void drip(OutputStream out) {
    try {
      out.write('H');
    } catch (IOException e) {
      throw new UncheckedIOException(e); // ends the schedule
    }
  }

  @Test
  void givesUpOnAPeerThatNeverReads() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(new Step("", false, false));
        HttpPoster poster = poster(server.port(), timeouts(1000))) {
      assertThatThrownBy(() -> poster.post(largeBody()))
          .hasCauseInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void hearsAnAnswerThatComesBeforeAllWasSent() throws Exception {
    String tooLarge = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.start(new Step(tooLarge, false, false));
        HttpPoster poster = poster(server.port(), timeouts(1000))) {
      assertThat(poster.post(largeBody()).status()).isEqualTo(413);
      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void namesThePlaceThatRefuses() throws Exception {
    int port;
    try (ServerSocket free = loopback(1)) {
      port = free.getLocalPort();
    }

    try (HttpPoster poster = poster(port, LONG)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .hasMessage("127.0.0.1:" + port + ": Connection refused");
    }
  }

  @Test
  void namesAHostThatNobodyKnows() {
    URI uri = URI.create("http://nowhere.invalid/api/42/envelope/");
    try (HttpPoster poster = new HttpPoster(uri, Map.of(), LONG, HttpPosterTest::noTls)) {
      assertThatThrownBy(() -> poster.post(BODY)).hasMessage("nowhere.invalid:80: unknown host");
    }
  }

  static byte[] largeBody() {
    byte[] body = new byte[16 << 20];
    new Random(42).nextBytes(body);
    return body;
  }

  static ServerSocket loopback(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  static HttpPoster poster(int port, Timeouts timeouts) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/42/envelope/");
    return new HttpPoster(uri, Map.of("X-Name", "value"), timeouts, HttpPosterTest::noTls);
  }

  private static SSLSocketFactory noTls() {
    throw new IllegalStateException("nobody asked for TLS");
  }

  static Timeouts timeouts(int millis) {
    return new Timeouts(Duration.ofMillis(millis), Duration.ofMillis(millis));
  }

  private static String place(ScriptedServer server) {
    return "127.0.0.1:" + server.port();
  }
}
