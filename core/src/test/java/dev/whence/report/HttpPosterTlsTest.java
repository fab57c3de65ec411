package dev.whence.report;

import static dev.whence.report.HttpPosterTest.timeouts;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpPosterTlsTest {
  private static final byte[] BODY = {1, 2, 3};
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir
  private static Path folder;

  private static SSLContext itself;

  @BeforeAll
  static void makeACertificateForLocalhost() throws Exception {
    Path file = folder.resolve("localhost.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "localhost",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            new String(PASSWORD))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("keytool.log").toFile())
        .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    itself = SSLContext.getInstance("TLS");
    itself.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  @Test
  void postsOverOneConnectionToATrustedHost() throws Exception {
    try (ScriptedServer server = server();
        HttpPoster poster = poster("localhost", server, itself.getSocketFactory())) {
      for (int i = 0; i < 3; i++) {
        assertThat(poster.post(BODY).status()).isEqualTo(200);
      }

      assertThat(server.connections()).isEqualTo(1);
      assertThat(HttpPosterTest.inflated(server.requests().get(2))).isEqualTo(BODY);
    }
  }

  @Test
  void replacesAConnectionThatThePeerClosed() throws Exception {
    try (ScriptedServer server = server(ScriptedServer.Step.answerAndClose(ScriptedServer.OK));
        HttpPoster poster = poster("localhost", server, itself.getSocketFactory())) {
      poster.post(BODY);
      server.awaitClose();

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void postsALargeBody() throws Exception {
    byte[] body = HttpPosterTest.largeBody();
    try (ScriptedServer server = server();
        HttpPoster poster = poster("localhost", server, itself.getSocketFactory())) {
      assertThat(poster.post(body).status()).isEqualTo(200);

      assertThat(HttpPosterTest.inflated(server.requests().get(0))).isEqualTo(body);
    }
  }

  @Test
  void givesUpOnAPeerThatNeverAnswers() throws Exception {
    try (ScriptedServer server = server(ScriptedServer.Step.silence());
        HttpPoster poster = new HttpPoster(
            uri("localhost", server),
            Map.of(),
            new HttpPoster.Timeouts(
                java.time.Duration.ofSeconds(60), java.time.Duration.ofMillis(200)),
            itself::getSocketFactory)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .hasMessageEndingWith("sending and answering took longer than 200 ms");
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    SSLSocketFactory usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (ScriptedServer server = server();
        HttpPoster poster = poster("localhost", server, usual)) {
      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessage("localhost:" + server.port() + ": TLS handshake failed: "
              + "unable to find valid certification path to requested target");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void refusesTheCertificateOfAnotherHost() throws Exception {
    try (ScriptedServer server = server();
        HttpPoster poster = poster("127.0.0.1", server, itself.getSocketFactory())) {
      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("TLS handshake failed: No subject alternative names");
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
          new HttpPoster(uri, Map.of(), timeouts(20_000), itself::getSocketFactory)) {
        assertThatThrownBy(() -> poster.post(BODY))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("TLS handshake failed: ");
      }
    }
  }

  private static ScriptedServer server(ScriptedServer.Step... steps) throws Exception {
    return ScriptedServer.on(
        itself.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        steps);
  }

  private static HttpPoster poster(String host, ScriptedServer server, SSLSocketFactory tls) {
    return new HttpPoster(uri(host, server), Map.of(), timeouts(20_000), () -> tls);
  }

  private static URI uri(String host, ScriptedServer server) {
    return URI.create("https://" + host + ':' + server.port() + "/api/42/envelope/");
  }
}
