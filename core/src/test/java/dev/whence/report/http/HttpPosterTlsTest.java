package dev.whence.report.http;

import static dev.whence.report.http.HttpPosterTest.timeouts;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpPosterTlsTest {
  private static final byte[] BODY = {1, 2, 3};

  @TempDir
  private static Path folder;

  private static LocalhostTls localhost;

  @BeforeAll
  static void makeACertificateForLocalhost() throws Exception {
    localhost = LocalhostTls.in(folder);
  }

  @Test
  void postsOverOneConnectionToATrustedHost() throws Exception {
    try (ScriptedServer server = localhost.server();
        HttpPoster poster = poster("localhost", server, localhost.sockets())) {
      for (int i = 0; i < 3; i++) {
        assertThat(poster.post(BODY).status()).isEqualTo(200);
      }

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests().get(2).inflatedBody()).isEqualTo(BODY);
    }
  }

  @Test
  void replacesAConnectionThatThePeerClosed() throws Exception {
    try (ScriptedServer server =
            localhost.server(ScriptedServer.Step.answerAndClose(ScriptedServer.OK));
        HttpPoster poster = poster("localhost", server, localhost.sockets())) {
      poster.post(BODY);
      server.awaitClose();

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void postsALargeBody() throws Exception {
    byte[] body = HttpPosterTest.largeBody();
    try (ScriptedServer server = localhost.server();
        HttpPoster poster = poster("localhost", server, localhost.sockets())) {
      assertThat(poster.post(body).status()).isEqualTo(200);

      assertThat(server.requests().get(0).inflatedBody()).isEqualTo(body);
    }
  }

  @Test
  void givesUpOnAPeerThatNeverAnswers() throws Exception {
    try (ScriptedServer server = localhost.server(ScriptedServer.Step.silence());
        HttpPoster poster = new HttpPoster(
            uri("localhost", server),
            Map.of(),
            new HttpPoster.Timeouts(
                java.time.Duration.ofSeconds(60), java.time.Duration.ofMillis(200)),
            localhost::sockets)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .hasMessageEndingWith("sending and answering took longer than 200 ms");
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (ScriptedServer server = localhost.server();
        HttpPoster poster = poster("localhost", server, usual)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessage("localhost:" + server.port() + ": TLS failed: "
              + "unable to find valid certification path to requested target");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void refusesTheCertificateOfAnotherHost() throws Exception {
    try (ScriptedServer server = localhost.server();
        HttpPoster poster = poster("127.0.0.1", server, localhost.sockets())) {
      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("TLS failed: No subject alternative names");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void tellsAPeerThatSpeaksNoTls() throws Exception {
    try (ServerSocket plain = HttpPosterTest.loopback(50)) {
      Background.run(() -> {
        try (var socket = plain.accept()) {
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
          socket.getInputStream().readAllBytes();
        }
      });
      URI uri = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/api/42/envelope/");
      try (HttpPoster poster =
          new HttpPoster(uri, Map.of(), timeouts(20_000), localhost::sockets)) {
        assertThatThrownBy(() -> poster.post(BODY))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("TLS failed: ");
      }
    }
  }

  private static HttpPoster poster(String host, ScriptedServer server, SSLSocketFactory tls) {
    return new HttpPoster(uri(host, server), Map.of(), timeouts(20_000), () -> tls);
  }

  private static URI uri(String host, ScriptedServer server) {
    return URI.create("https://" + host + ':' + server.port() + "/api/42/envelope/");
  }
}
