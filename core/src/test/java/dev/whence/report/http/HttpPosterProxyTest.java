package dev.whence.report.http;

import static dev.whence.report.http.HttpPosterTest.timeouts;
import static dev.whence.report.http.ScriptedServer.OK;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.report.http.ScriptedServer.Received;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPosterProxyTest {
  private static final byte[] BODY = {1, 2, 3};
  private static final String CHALLENGE = """
      HTTP/1.1 407 Proxy Authentication Required\r
      Proxy-Authenticate: Basic realm="corporate"\r
      Content-Length: 0\r
      \r
      """;

  private @Nullable ProxySetting setting;

  @AfterEach
  void restoreTheProxies() {
    if (setting != null) {
      setting.close();
    }
  }

  @Test
  void asksAProxyForTheWholeAddress() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start();
        HttpPoster poster = poster("http://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.http(proxy.port());

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(proxy.connections()).isEqualTo(1);
      assertThat(proxy.requests())
          .extracting(Received::head)
          .allSatisfy(head -> assertThat(head.lines())
              .startsWith(
                  "POST http://sentry.invalid/api/42/envelope/ HTTP/1.1", "Host: sentry.invalid"));
    }
  }

  @Test
  void speaksTlsThroughAProxyThatConnects(@TempDir Path folder) throws Exception {
    LocalhostTls localhost = LocalhostTls.in(folder);
    try (ScriptedServer server = localhost.server();
        ServerSocket proxy = HttpPosterTest.loopback(50)) {
      setting = ProxySetting.http(proxy.getLocalPort());
      String place = "localhost:" + server.port();
      Queue<String> heads = new ConcurrentLinkedQueue<>();
      Background.run(() -> tunnelOnce(proxy, server.port(), heads));
      URI uri = URI.create("https://" + place + "/api/42/envelope/");

      try (HttpPoster poster =
          new HttpPoster(uri, Map.of(), timeouts(20_000), localhost::sockets)) {
        assertThat(poster.post(BODY).status()).isEqualTo(200);
        assertThat(poster.post(BODY).status()).isEqualTo(200);
      }

      assertThat(heads)
          .containsExactly("CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n");
      assertThat(server.requests().get(1).head()).startsWith("POST /api/42/envelope/ HTTP/1.1");
    }
  }

  private static void tunnelOnce(ServerSocket proxy, int port, Queue<String> heads)
      throws IOException {
    try (Socket near = proxy.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), port)) {
      heads.add(ScriptedServer.readHead(near.getInputStream()));
      String answer = "HTTP/1.1 200 Connection established\r\n\r\n";
      near.getOutputStream().write(answer.getBytes(US_ASCII));
      Background.run(() -> far.getInputStream().transferTo(near.getOutputStream()));
      near.getInputStream().transferTo(far.getOutputStream());
    }
  }

  @Test
  void saysThatTheProxyRefused() throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        HttpPoster poster = poster("https://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.http(proxy.port());

      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessage("sentry.invalid:443: proxy refused the connection with 403");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void saysThatTheProxyWantsALoginThatNobodyKnows(String scheme) throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(CHALLENGE);
        HttpPoster poster = poster(scheme + "://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.http(proxy.port());

      assertThatThrownBy(() -> poster.post(BODY))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("proxy 127.0.0.1:" + proxy.port()
              + " wants a login (407) that java.net.Authenticator's default knows");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void logsInAtAProxyThatAsksForIt() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(CHALLENGE, OK, OK);
        Login login = new Login("SampleUser", "NotRealSecret");
        HttpPoster poster = poster("http://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.http(proxy.port());

      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(poster.post(BODY).status()).isEqualTo(200);

      assertThat(proxy.requests().get(0).head()).doesNotContain("Proxy-Authorization");
      assertThat(proxy.requests().subList(1, 3))
          .extracting(Received::head)
          .allSatisfy(head -> assertThat(head.lines()).contains(login.line()));
      assertThat(login.asked()).containsExactly("127.0.0.1:" + proxy.port() + " corporate basic");
    }
  }

  @Test
  void logsInAtAProxyBeforeTlsBegins(@TempDir Path folder) throws Exception {
    LocalhostTls localhost = LocalhostTls.in(folder);
    try (ScriptedServer server = localhost.server();
        ServerSocket proxy = HttpPosterTest.loopback(50);
        Login login = new Login("SampleUser", "NotRealSecret")) {
      setting = ProxySetting.http(proxy.getLocalPort());
      Queue<String> heads = new ConcurrentLinkedQueue<>();
      Background.run(() -> {
        try (Socket near = proxy.accept()) {
          heads.add(ScriptedServer.readHead(near.getInputStream()));
          near.getOutputStream().write(CHALLENGE.getBytes(US_ASCII));
        }
        tunnelOnce(proxy, server.port(), heads);
      });
      URI uri = URI.create("https://localhost:" + server.port() + "/api/42/envelope/");

      try (HttpPoster poster =
          new HttpPoster(uri, Map.of(), timeouts(20_000), localhost::sockets)) {
        assertThat(poster.post(BODY).status()).isEqualTo(200);
      }

      assertThat(heads).last().asString().contains("\r\n" + login.line() + "\r\n");
      assertThat(server.requests().get(0).head()).doesNotContain("Proxy-Authorization");
    }
  }

  @Test
  void triesAWrongLoginOnceForEachRequestAndNotForEver() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(CHALLENGE, CHALLENGE, CHALLENGE, OK);
        Login login = new Login("SampleUser", "NotRealSecret");
        HttpPoster poster = poster("http://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.http(proxy.port());

      assertThatThrownBy(() -> poster.post(BODY)).hasMessageContaining("wants a login (407)");
      assertThat(proxy.requests()).hasSize(2);
      assertThatThrownBy(() -> poster.post(BODY)).hasMessageContaining("wants a login (407)");
      assertThat(proxy.requests()).hasSize(3);
      assertThat(poster.post(BODY).status()).isEqualTo(200);
      assertThat(login.asked()).hasSize(2);
    }
  }

  /** What the JVM knows for a while about a proxy. */
  private static final class Login extends Authenticator implements AutoCloseable {
    private final Authenticator before = Authenticator.getDefault();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final String user;
    private final String password;

    Login(String user, String password) {
      this.user = user;
      this.password = password;
      Authenticator.setDefault(this);
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      assertThat(getRequestorType()).isEqualTo(RequestorType.PROXY);
      asked.add(getRequestingHost() + ":" + getRequestingPort() + " " + getRequestingPrompt() + " "
          + getRequestingScheme());
      return new PasswordAuthentication(user, password.toCharArray());
    }

    String line() {
      return "Proxy-Authorization: Basic "
          + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(US_ASCII));
    }

    Queue<String> asked() {
      return asked;
    }

    @Override
    public void close() {
      Authenticator.setDefault(before);
    }
  }

  @Test
  void namesTheProxyThatCannotBeReached() throws Exception {
    int port;
    try (ServerSocket free = HttpPosterTest.loopback(1)) {
      port = free.getLocalPort();
    }

    try (HttpPoster poster = poster("http://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.http(port);

      assertThatThrownBy(() -> poster.post(BODY))
          .hasMessage("sentry.invalid:80: proxy 127.0.0.1:" + port + ": Connection refused");
    }
  }

  @Test
  void goesStraightWhereTheSelectorSaysSo() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK);
        HttpPoster poster = poster("http://127.0.0.1:" + server.port() + "/api/42/envelope/")) {
      setting = ProxySetting.none();

      poster.post(BODY);

      assertThat(server.requests().get(0).head()).startsWith("POST /api/42/envelope/ HTTP/1.1");
    }
  }

  @Test
  void refusesToGoRoundASocksProxy() throws Exception {
    try (HttpPoster poster = poster("http://sentry.invalid/api/42/envelope/")) {
      setting = ProxySetting.socks(1);

      assertThatThrownBy(() -> poster.post(BODY))
          .hasMessage(
              "sentry.invalid:80: only SOCKS proxies lead there:" + " name an HTTP proxy or none");
    }
  }

  private static HttpPoster poster(String uri) {
    return new HttpPoster(URI.create(uri), Map.of(), timeouts(20_000), () ->
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }
}
