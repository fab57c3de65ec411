package dev.whence.report.http;

import static dev.whence.report.http.HttpPosterTest.poster;
import static dev.whence.report.http.HttpPosterTest.timeouts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.report.http.HttpPoster.Timeouts;
import dev.whence.report.http.ScriptedServer.Step;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class HttpPosterCloseTest {
  private static final byte[] BODY = {1, 2, 3};
  private static final Timeouts LONG = timeouts(600_000);

  @Test
  void endsACallThatConnects() throws Exception {
    try (ServerSocket full = HttpPosterTest.loopback(1)) {
      HttpPoster poster = poster(full.getLocalPort(), LONG);
      List<Socket> waiting = fill(full);
      Background call =
          Background.run(() -> poster.post(BODY)).awaitInside(DeadlineSocket.class, "await");

      poster.close();

      assertEnded(call);
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  private static List<Socket> fill(ServerSocket server) throws IOException {
    List<Socket> waiting = new ArrayList<>();
    while (true) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 200);
      } catch (SocketTimeoutException e) {
        return waiting;
      }
    }
  }

  @Test
  void endsACallThatShakesHands() throws Exception {
    try (ServerSocket mute = HttpPosterTest.loopback(50)) {
      HttpPoster poster = new HttpPoster(
          URI.create("https://127.0.0.1:" + mute.getLocalPort() + "/api/42/envelope/"),
          Map.of(),
          LONG,
          () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
      Background call = Background.run(() -> poster.post(BODY))
          .awaitInside(HttpConnection.class, "handshake")
          .awaitInside(DeadlineSocket.class, "await");

      poster.close();

      assertEnded(call);
    }
  }

  @Test
  void endsACallThatWrites() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(new Step("", false, false))) {
      HttpPoster poster = poster(server.port(), LONG);
      Background call = Background.run(() -> poster.post(HttpPosterTest.largeBody()));
      server.awaitHead();
      call.awaitInside(DeadlineSocket.class, "await");

      poster.close();

      assertEnded(call);
    }
  }

  @Test
  void endsACallThatReads() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.silence())) {
      HttpPoster poster = poster(server.port(), LONG);
      Background call = Background.run(() -> poster.post(BODY));
      server.awaitHead();
      call.awaitInside(DeadlineSocket.class, "await");

      poster.close();

      assertEnded(call);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void endsACallThatReadsFromAKeptConnectionWithoutAnother() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(Step.answer(ScriptedServer.OK), Step.silence())) {
      HttpPoster poster = poster(server.port(), LONG);
      poster.post(BODY);
      server.awaitHead();
      Background call = Background.run(() -> poster.post(BODY));
      server.awaitHead();
      call.awaitInside(DeadlineSocket.class, "await");

      poster.close();

      assertEnded(call);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void endsACallAtWhateverMoment() throws Exception {
    for (int moment = 0; moment < 100; moment++) {
      try (ScriptedServer server = ScriptedServer.start(Step.silence())) {
        HttpPoster poster = poster(server.port(), LONG);
        Background call = Background.run(() -> poster.post(BODY));
        spin(moment * 1000);

        poster.close();

        assertEnded(call);
      }
    }
  }

  private static void spin(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }

  @Test
  void interruptingEndsACallToo() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.silence())) {
      HttpPoster poster = poster(server.port(), LONG);
      Background call = Background.run(() -> poster.post(BODY));
      server.awaitHead();

      call.interrupt();

      assertThat(call.failure())
          .isInstanceOf(IOException.class)
          .hasMessage("127.0.0.1:" + server.port() + ": interrupted");
    }
  }

  @Test
  void refusesCallsAfterwardsAndMayBeClosedAgain() throws Exception {
    try (ScriptedServer server = ScriptedServer.start()) {
      HttpPoster poster = poster(server.port(), LONG);
      poster.post(BODY);
      poster.close();
      poster.close();

      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessage("127.0.0.1:" + server.port() + ": closed");
    }
  }

  private static void assertEnded(Background call) {
    assertThat(call.failure())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("127.0.0.1:")
        .hasMessageContaining("closed");
  }
}
