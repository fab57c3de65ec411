package dev.whence;

import static dev.whence.report.http.ScriptedServer.Step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.report.http.ProxySetting;
import dev.whence.report.http.ScriptedServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Doctor says about the way to a receiver and its answer. */
class DoctorAtTheReceiverTest {
  private static Consultation about(String dsn) {
    return Consultation.about(Map.of(
        "SENTRY_DSN", dsn,
        "SENTRY_RELEASE", "shop@1",
        "WHENCE_CONNECT_TIMEOUT", "10s",
        "WHENCE_READ_TIMEOUT", "10s"));
  }

  private static Consultation inAHurry(String dsn) {
    return Consultation.about(Map.of(
        "SENTRY_DSN", dsn, "WHENCE_CONNECT_TIMEOUT", "300ms", "WHENCE_READ_TIMEOUT", "300ms"));
  }

  private static Consultation answered(Answer answer) {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(answer);
      return about(ingest.dsn());
    }
  }

  // Answers.

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      400 | there is no such project
      401 | copy the DSN again
      403 | the key is wrong or disabled
      404 | there is no such project
      407 | without a login
      413 | raise the limit for bodies
      429 | raise the quota
      408 | is out of order
      418 | see the log of the receiver
      500 | is out of order
      503 | is out of order
      """)
  void saysWhatARefusalMeans(int status, String remedy) {
    answered(Answer.status(status))
        .assertPasses("sentry-connection")
        .assertFails("sentry-event", "the answer was " + status, remedy)
        .assertSkips("sentry-clock");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      403 | X-Sentry-Error       | bad key public, or not  | bad key [Filtered], or not
      429 | X-Sentry-Rate-Limits | 60:error:project:quota  | 60:error:project:quota
      429 | Retry-After          | 17                      | retry after 17
      302 | Location             | https://login.example/p | go to https://login.example
      308 | Location             | /elsewhere              | another path
      """)
  void tellsWhatTheReceiverSaysAboutIt(int status, String header, String value, String text) {
    Consultation doctor = answered(Answer.status(status).header(header, value));

    doctor.assertFails("sentry-event", text, "");
    assertThat(doctor.text()).doesNotContain("key public", "login.example/p");
  }

  @Test
  void takesARedirectForAProxyOrALoginPage() {
    answered(Answer.status(302).header("Location", "https://login.example/"))
        .assertFails("sentry-event", "the answer was 302", "a proxy or a login page is in between");
  }

  @Test
  void warnsThatTheReceiverWantsNoMore() {
    answered(Answer.ok().header("X-Sentry-Rate-Limits", "60:error:key"))
        .assertWarns("sentry-event", "no more for a while: 60:error:key", "quota");
  }

  @Test
  void saysThatTheAnswerIsNoHttp() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(Step.answerAndClose("220 mail.example ESMTP\r\n"))) {
      about(server.dsn())
          .assertFails(
              "sentry-event", "does not begin like one of HTTP/1.1", "is no receiver of events");
    }
  }

  @Test
  void saysThatTheConnectionIsClosedWithoutAnAnswer() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.answerAndClose(""))) {
      about(server.dsn())
          .assertFails("sentry-event", "closed without an answer", "is no receiver of events");
    }
  }

  @Test
  void doesNotWaitForAnAnswerForEver() {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.hang());

      inAHurry(ingest.dsn())
          .assertFails("sentry-event", "took longer than 300 ms", "why the receiver is silent");
    }
  }

  // Clocks.

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      PT-2H  | FAIL | ahead of
      PT2H   | FAIL | behind
      PT-10M | WARN | ahead of
      PT10M  | WARN | behind
      PT-30S | PASS | agree
      PT30S  | PASS | agree
      """)
  void comparesTheClocks(Duration receiver, String verdict, String text) {
    String date = DoctorTest.date(Instant.now().plus(receiver));

    Consultation doctor = answered(Answer.ok().header("Date", date));

    assertThat(doctor.line("sentry-clock")).startsWith(verdict).contains(text);
    assertThat(doctor.status()).isEqualTo(verdict.equals("FAIL") ? 1 : 0);
    assertThat(doctor.text().contains("set this machine's clock"))
        .isEqualTo(!verdict.equals("PASS"));
  }

  @ParameterizedTest
  @CsvSource({",", "yesterday"})
  void comparesNoClocksWhereTheReceiverTellsNoTime(@Nullable String date) {
    Answer answer = date == null ? Answer.ok() : Answer.ok().header("Date", date);

    answered(answer).assertPasses("sentry-event").assertSkips("sentry-clock");
  }

  // The way.

  @Test
  void saysThatNobodyListens() throws Exception {
    about("http://k3y@127.0.0.1:" + closedPort() + "/42")
        .assertFails("sentry-connection", "Connection refused", "correct host and port in the DSN")
        .assertSkips("sentry-event", "sentry-clock");
  }

  private static int closedPort() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void saysThatNobodyKnowsTheHost() {
    about("https://k3y@nowhere.invalid/42")
        .assertFails("sentry-name", "unknown host nowhere.invalid", "correct the host in the DSN")
        .assertSkips("sentry-connection", "sentry-tls", "sentry-event");
  }

  @Test
  void doesNotWaitForAHandshakeForEver() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      inAHurry("https://k3y@127.0.0.1:" + mute.getLocalPort() + "/42")
          .assertPasses("sentry-connection")
          .assertFails("sentry-tls", "no handshake in time", "connect-timeout")
          .assertSkips("sentry-event");
    }
  }

  // Proxies.

  @Test
  void goesByTheProxyThatTheJvmIsToldToUse() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start();
        ProxySetting set = ProxySetting.http(proxy.port())) {
      Consultation doctor = about("http://k3y@sentry.invalid/42");

      assertThat(doctor.line("sentry-proxy"))
          .isEqualTo("PASS sentry-proxy: by the proxy 127.0.0.1:" + proxy.port()
              + " to sentry.invalid:80");
      doctor
          .assertPasses("sentry-name")
          .assertPasses("sentry-connection")
          .assertPasses("sentry-event");
    }
  }

  @Test
  void saysThatTheProxyWantsALogin() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.answering(
            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        ProxySetting set = ProxySetting.http(proxy.port())) {
      about("https://k3y@sentry.invalid/42")
          .assertFails("sentry-connection", "wants a login (407)", "without a login");
    }
  }

  @Test
  void saysThatTheProxyLetsNobodyThrough() throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.answering("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        ProxySetting set = ProxySetting.http(proxy.port())) {
      about("https://k3y@sentry.invalid/42")
          .assertFails(
              "sentry-connection", "refused the connection with 502", "-Dhttp.nonProxyHosts");
    }
  }

  @Test
  void saysThatTheProxyIsNotThere() throws Exception {
    int port = closedPort();
    try (ProxySetting set = ProxySetting.http(port)) {
      about("http://k3y@sentry.invalid/42")
          .assertFails(
              "sentry-connection",
              "proxy 127.0.0.1:" + port + ": Connection refused",
              "correct -Dhttps.proxyHost");
    }
  }

  @Test
  void saysThatASocksProxyDoesNotDo() {
    try (ProxySetting set = ProxySetting.socks(1)) {
      about("http://k3y@sentry.invalid/42")
          .assertFails("sentry-proxy", "only SOCKS proxies lead there", "name an HTTP proxy")
          .assertSkips("sentry-name", "sentry-connection", "sentry-event");
    }
  }
}
