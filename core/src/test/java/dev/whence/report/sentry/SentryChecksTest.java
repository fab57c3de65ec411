package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.Source;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import dev.whence.report.check.Finding.Verdict;
import dev.whence.report.http.Background;
import dev.whence.report.http.LocalhostTls;
import dev.whence.report.http.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told apart on the way to a receiver that wants TLS, or none at all. */
class SentryChecksTest {
  @TempDir
  private static Path folder;

  private static LocalhostTls localhost;
  private static LocalhostTls expired;

  @BeforeAll
  static void makeCertificates() throws Exception {
    localhost = LocalhostTls.in(Files.createDirectory(folder.resolve("good")));
    expired = LocalhostTls.expiredIn(Files.createDirectory(folder.resolve("expired")));
  }

  private static Finding find(String check, String place, SSLSocketFactory tls, String timeout) {
    Settings settings = Settings.load(
        Keys.all(),
        List.of(Source.of(
            "code", Map.of("dsn", "https://k3y@" + place + "/42", "connect-timeout", timeout))));
    return SentryChecks.of(settings, () -> tls, Clock.systemUTC()).stream()
        .flatMap(List::stream)
        .filter(each -> each.name().equals(check))
        .map(Check::run)
        .findFirst()
        .orElseThrow();
  }

  private static Finding tls(String place, SSLSocketFactory tls) {
    return find("sentry-tls", place, tls, "20s");
  }

  private static void assertFails(Finding finding, String text, String remedy) {
    assertThat(finding.verdict()).as("%s", finding).isEqualTo(Verdict.FAIL);
    assertThat(finding.text()).contains(text);
    assertThat(finding.remedy()).contains(remedy);
  }

  @Test
  void isContentWithAHostThatIsTrusted() throws Exception {
    try (ScriptedServer server = localhost.server()) {
      String place = "localhost:" + server.port();

      assertThat(tls(place, localhost.sockets()).text()).startsWith("TLSv1.3, ");
      assertThat(find("sentry-event", place, localhost.sockets(), "20s").verdict())
          .isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void tellsACertificateThatNobodyVouchesFor() throws Exception {
    try (ScriptedServer server = localhost.server()) {
      assertFails(
          tls("localhost:" + server.port(), (SSLSocketFactory) SSLSocketFactory.getDefault()),
          "does not trust who signed the certificate",
          "-Djavax.net.ssl.trustStore");
    }
  }

  @Test
  void tellsTheCertificateOfAnotherHost() throws Exception {
    try (ScriptedServer server = localhost.server()) {
      assertFails(
          tls("127.0.0.1:" + server.port(), localhost.sockets()),
          "the certificate is for another host",
          "as the certificate names it");
    }
  }

  @Test
  void tellsACertificateThatHasExpired() throws Exception {
    try (ScriptedServer server = expired.server()) {
      assertFails(
          tls("localhost:" + server.port(), expired.sockets()),
          "the certificate has expired",
          "renewed");
    }
  }

  @Test
  void tellsPlainHttpWhereTlsIsWanted() throws Exception {
    try (ServerSocket plain = loopback(50)) {
      Background.run(() -> {
        try (Socket socket = plain.accept()) {
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
          socket.getInputStream().readAllBytes();
        }
      });

      assertFails(
          tls("127.0.0.1:" + plain.getLocalPort(), localhost.sockets()),
          "does not speak TLS",
          "write http:// in the DSN");
    }
  }

  @Test
  void tellsAPeerThatHangsUpOnAHandshake() throws Exception {
    try (ServerSocket rude = loopback(50)) {
      Background.run(() -> {
        try (Socket socket = rude.accept()) {
          socket.getInputStream().read(new byte[8192]);
        }
      });

      assertFails(
          tls("127.0.0.1:" + rude.getLocalPort(), localhost.sockets()),
          "closed within the handshake",
          "what is in between");
    }
  }

  @Test
  void tellsAPlaceThatSwallowsWhatIsSentThere() throws Exception {
    try (ServerSocket full = loopback(1)) {
      List<Socket> waiting = fill(full);

      assertFails(
          find(
              "sentry-connection",
              "127.0.0.1:" + full.getLocalPort(),
              localhost.sockets(),
              "200ms"),
          "connecting took longer than 200 ms",
          "have the firewall in between let it through");
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

  private static ServerSocket loopback(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }
}
