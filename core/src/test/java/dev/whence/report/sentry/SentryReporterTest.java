package dev.whence.report.sentry;

import static dev.whence.report.Records.batch;
import static dev.whence.report.http.ScriptedServer.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.report.LogLines;
import dev.whence.report.Outcome;
import dev.whence.report.Records;
import dev.whence.report.http.Background;
import dev.whence.report.http.HttpPoster;
import dev.whence.report.http.ScriptedServer;
import dev.whence.report.http.ScriptedServer.Received;
import dev.whence.report.http.ScriptedServer.Step;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryReporterTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final StubClock clock = new StubClock();

  @Test
  void sendsTheEnvelopeWithTheKeysInItsHeader() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        SentryReporter reporter = reporter(server.dsn())) {
      Outcome outcome = reporter.report(batch("{\"message\":\"one\"}"));

      Received request = server.requests().get(0);
      assertThat(outcome).isEqualTo(Outcome.accepted(1));
      assertThat(request.head().lines())
          .contains(
              "POST /api/42/envelope/ HTTP/1.1",
              "X-Sentry-Auth: Sentry sentry_version=7,sentry_client=whence.java/dev,"
                  + "sentry_key=public,sentry_secret=secret",
              "User-Agent: whence.java/dev",
              "Content-Type: application/x-sentry-envelope",
              "Accept: application/json",
              "Content-Encoding: deflate");
      assertThat(request.inflatedBody())
          .isEqualTo(Envelope.of(Records.record("{\"message\":\"one\"}"), Records.NOON));
    }
  }

  @Test
  void sendsNoSecretWhereThereIsNone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        SentryReporter reporter = reporter(server.dsn().replace(":secret", ""))) {
      reporter.report(batch("{}"));

      assertThat(server.requests().get(0).head())
          .contains("sentry_key=public\r\n")
          .doesNotContain("sentry_secret");
    }
  }

  @Test
  void sendsABatchAsOneEnvelopeEachOverOneConnection() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        SentryReporter reporter = reporter(server.dsn())) {
      Outcome outcome = reporter.report(batch("{}", "{}", "{}"));

      assertThat(outcome).isEqualTo(Outcome.accepted(3));
      assertThat(server.requests()).extracting(Received::connection).containsExactly(1, 1, 1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      200 |                                     | 1 |      |
      201 |                                     | 1 |      |
      202 |                                     | 1 |      |
      204 |                                     | 1 |      |
      301 | Location: /elsewhere                | 0 |      | http_301
      307 | Location: /elsewhere                | 0 |      | http_307
      400 |                                     | 0 |      | http_400
      401 |                                     | 0 |      | http_401
      403 |                                     | 0 |      | http_403
      404 |                                     | 0 |      | http_404
      408 | Retry-After: 3                      | 0 | PT3S |
      413 |                                     | 0 |      | too_large
      422 | Retry-After: 3                      | 0 |      | http_422
      429 |                                     | 0 | PT1M |
      429 | Retry-After: 3                      | 0 | PT3S |
      429 | X-Sentry-Rate-Limits: 9:error:key   | 0 | PT9S |
      429 | X-Sentry-Rate-Limits: 9::key        | 0 | PT9S |
      429 | X-Sentry-Rate-Limits: 9:session:key | 0 | PT1M |
      500 | Retry-After: 3                      | 0 | PT3S |
      503 | Retry-After: 3                      | 0 | PT3S |
      """)
  void knowsWhatAnAnswerMeans(
      int status,
      @Nullable String header,
      int accepted,
      @Nullable Duration retryAfter,
      @Nullable String rejection)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(answer(status, header));
        SentryReporter reporter = reporter(server.dsn());
        LogLines log = LogLines.of("dev.whence.report")) {
      Outcome outcome = reporter.report(batch("{}"));

      assertThat(outcome).isEqualTo(new Outcome(accepted, retryAfter, rejection));
      assertThat(log.lines()).hasSize(rejection != null ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 599})
  void throwsWhereTheReceiverMayRecoverButDoesNotSayWhen(int status) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(answer(status, null));
        SentryReporter reporter = reporter(server.dsn())) {
      assertThatThrownBy(() -> reporter.report(batch("{}")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + server.port())
          .hasMessageEndingWith("answered " + status)
          .message()
          .doesNotContain("public", "secret");
    }
  }

  @Test
  void obeysALimitThatComesWithSuccess() throws Exception {
    String limited = answer(200, "X-Sentry-Rate-Limits: 2.5:error:key");
    try (ScriptedServer server = ScriptedServer.answering(limited);
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch("{}", "{}")))
          .isEqualTo(Outcome.accepted(1).retry(Duration.ofMillis(2500)));

      clock.advance(Duration.ofSeconds(2));
      assertThat(reporter.report(batch("{}")))
          .isEqualTo(Outcome.accepted(0).retry(Duration.ofMillis(500)));

      clock.advance(Duration.ofMillis(500));
      assertThat(reporter.report(batch("{}"))).isEqualTo(Outcome.accepted(1));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void stopsAtTheFirstRecordThatIsRejected() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK, answer(413, null));
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch("{}", "{}", "{}")))
          .isEqualTo(Outcome.accepted(1).rejected("too_large"));
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void keepsWhatArrivedWhenALaterRecordFails() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK, answer(503, null));
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch("{}", "{}", "{}"))).isEqualTo(Outcome.accepted(1));
    }
  }

  @Test
  void warnsOnceAMinuteForEachStatusWithTheReasonAndWithoutKeys() throws Exception {
    String reason = "X-Sentry-Error: key public, secret\u0007" + "x".repeat(300);
    try (ScriptedServer server = ScriptedServer.answering(
            answer(403, reason), answer(403, null), answer(400, null), answer(403, null));
        SentryReporter reporter = reporter(server.dsn());
        LogLines log = LogLines.of("dev.whence.report")) {
      reporter.report(batch("{}"));
      reporter.report(batch("{}"));
      reporter.report(batch("{}"));
      clock.advance(Duration.ofMinutes(1));
      reporter.report(batch("{}"));

      String place = "WARNING http://[Filtered]@127.0.0.1:" + server.port() + ", project 42";
      assertThat(log.lines())
          .containsExactly(
              place + " rejected an event with 403: key [Filtered], [Filtered]?" + "x".repeat(173),
              place + " rejected an event with 400: no reason given",
              place + " rejected an event with 403: no reason given");
    }
  }

  @Test
  void closingEndsABlockedCall() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Step.silence())) {
      SentryReporter reporter = reporter(server.dsn());
      Background call = Background.run(() -> reporter.report(batch("{}")));
      server.awaitHead();

      reporter.close();
      reporter.close();

      assertThat(call.failure()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void needsTimeoutsAboveZero() {
    Dsn dsn = Dsn.parse("https://public@sentry.example/42");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentryReporter.to(dsn, Duration.ZERO, LONG))
        .withMessage("connectTimeout must be positive, was PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SentryReporter.to(dsn, LONG, Duration.ofSeconds(-1)))
        .withMessage("readTimeout must be positive, was PT-1S");
  }

  private SentryReporter reporter(String dsn) {
    return new SentryReporter(Dsn.parse(dsn), new HttpPoster.Timeouts(LONG, LONG), clock);
  }

  private static String answer(int status, @Nullable String header) {
    return "HTTP/1.1 " + status + " Reason\r\n"
        + (header == null ? "" : header + "\r\n")
        + (status == 204 ? "\r\n" : "Content-Length: 0\r\n\r\n");
  }
}
