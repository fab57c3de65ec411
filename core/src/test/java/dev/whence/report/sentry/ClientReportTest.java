package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.Source;
import dev.whence.event.Category;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEnvelope;
import dev.whence.ingest.ReceivedItem;
import dev.whence.refuse.Refusal;
import dev.whence.report.LogLines;
import dev.whence.report.Loss;
import dev.whence.report.Outcome;
import dev.whence.report.Records;
import dev.whence.report.Reporter;
import dev.whence.report.http.HttpPoster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What receivers are told of events that they will not get. */
class ClientReportTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final List<Loss> FIVE = List.of(loss("inbox_full", 5));

  private final StubClock clock = new StubClock();

  private SentryReporter reporter(Ingest ingest) {
    return new SentryReporter(Dsn.parse(ingest.dsn()), new HttpPoster.Timeouts(LONG, LONG), clock);
  }

  private static Loss loss(String reason, long count) {
    return new Loss(reason, Category.ERROR, count);
  }

  private static String json(Loss... losses) {
    return ClientReport.of(List.of(losses), Records.NOON)
        .map(report -> new String(report, UTF_8))
        .orElse("");
  }

  /** Returns reason, category and quantity of all that {@code ingest} was told. */
  private static List<String> told(Ingest ingest) {
    List<String> outcomes = new ArrayList<>();
    for (ReceivedEnvelope envelope : ingest.envelopes()) {
      for (ReceivedItem report : envelope.items("client_report")) {
        for (JsonNode outcome : report.json().path("discarded_events")) {
          outcomes.add(outcome.path("reason").asText()
              + ' '
              + outcome.path("category").asText()
              + ' '
              + outcome.path("quantity").asLong());
        }
      }
    }
    assertThat(ingest.complaints()).isEmpty();
    return outcomes;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ignored         | event_processor
      consent         | event_processor
      before_send     | before_send
      sample_rate     | sample_rate
      limited         | backpressure
      repeat          | backpressure
      quota_minute    | ratelimit_backoff
      quota_month     | ratelimit_backoff
      scope_full      | queue_overflow
      inbox_full      | queue_overflow
      journal_full    | cache_overflow
      expired         | cache_overflow
      closed          | network_error
      too_large       | send_error
      http_403        | send_error
      http_400        | send_error
      stuck           | internal_sdk_error
      failed          | internal_sdk_error
      journal_failed  | internal_sdk_error
      unreadable      | internal_sdk_error
      poison          | send_error
      reporter_failed | internal_sdk_error
      other           | internal_sdk_error
      made up         | internal_sdk_error
      """)
  void callsReasonsByTheProtocolsNames(String reason, String name) {
    assertThat(json(loss(reason, 3)))
        .isEqualTo(
            "{\"timestamp\":\"2026-03-01T12:00:00.500Z\",\"discarded_events\":[{\"reason\":\""
                + name + "\",\"category\":\"error\",\"quantity\":3}]}");
  }

  @Test
  void addsUpWhatHasOneName() {
    assertThat(json(loss("http_400", 1), loss("ignored", 2), loss("http_403", 4)))
        .endsWith("[{\"reason\":\"event_processor\",\"category\":\"error\",\"quantity\":2},"
            + "{\"reason\":\"send_error\",\"category\":\"error\",\"quantity\":5}]}");
  }

  @Test
  void whatIsNoLossIsNotTold() {
    assertThat(json(loss("filtered", 7), loss("ignored", 0))).isEmpty();
    assertThat(json(loss("filtered", 7), loss("ignored", 1))).contains("\"quantity\":1}]");
  }

  @Test
  void everythingTogetherIsWithinTheProtocolsLimit() {
    Loss[] losses = Stream.of(
            Arrays.stream(Refusal.values()).map(Refusal::reason),
            Stream.of("http_400", "journal_full", "expired", "poison"))
        .flatMap(reasons -> reasons)
        .flatMap(reason -> Arrays.stream(Category.values())
            .map(category -> new Loss(reason, category, Long.MAX_VALUE / 50)))
        .toArray(Loss[]::new);

    assertThat(json(losses).length()).isBetween(500, 4_096);
  }

  @Test
  void aReportIsAnEnvelopeOfItsOwn() throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest)) {
      assertThat(reporter.account(List.of(loss("inbox_full", 5), loss("http_400", 2))))
          .isTrue();

      assertThat(told(ingest)).containsExactly("queue_overflow error 5", "send_error error 2");
      assertThat(ingest.envelopes().get(0).eventId()).isEmpty();
      assertThat(ingest.envelopes().get(0).items()).hasSize(1);
    }
  }

  @Test
  void nothingIsSentWhereThereIsNothingToTell() throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest)) {
      assertThat(reporter.account(List.of(loss("filtered", 5)))).isTrue();

      assertThat(ingest.requestCount()).isZero();
    }
  }

  @Test
  void noRateLimitHoldsAReportBack() throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest)) {
      ingest.answerOnce(Answer.status(429).header("X-Sentry-Rate-Limits", "600::key"));
      assertThat(reporter.report(
              Records.batch("{\"event_id\":\"0123456789abcdef0123456789abcdef\",\"timestamp\":1,"
                  + "\"platform\":\"java\"}")))
          .isEqualTo(Outcome.accepted(0).retry(Duration.ofMinutes(10)));

      assertThat(reporter.account(FIVE)).isTrue();

      assertThat(told(ingest)).containsExactly("queue_overflow error 5");
    }
  }

  @Test
  void aLimitThatComesWithTheAnswerIsKept() throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest)) {
      ingest.answerOnce(Answer.ok().header("X-Sentry-Rate-Limits", "600:error:key"));
      reporter.account(FIVE);

      assertThat(reporter.report(Records.batch("{}")))
          .isEqualTo(Outcome.accepted(0).retry(Duration.ofMinutes(10)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void whatDidNotGetThroughIsToBeToldAgain(int status) throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest)) {
      ingest.answerOnce(Answer.status(status));

      assertThatThrownBy(() -> reporter.account(FIVE))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("answered " + status);
      assertThat(reporter.account(FIVE)).isTrue();
      assertThat(told(ingest)).containsExactly("queue_overflow error 5");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 404, 413})
  void aRefusalIsSaidOnceAndCountsAsTold(int status) throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest);
        LogLines log = LogLines.of("dev.whence.report")) {
      ingest.answer(Answer.status(status));

      assertThat(reporter.account(FIVE)).isTrue();
      clock.advance(Duration.ofDays(1));
      assertThat(reporter.account(FIVE)).isTrue();

      assertThat(log.lines())
          .containsExactly("WARNING http://[Filtered]@127.0.0.1:" + ingest.port()
              + ", project 1 rejected a report of lost events with " + status);
    }
  }

  @Test
  void ofSeveralProjectsTheFirstIsToldAllAndOthersOnlyWhatTheyRejected() throws Exception {
    List<Loss> losses =
        List.of(loss("inbox_full", 5), loss("http_400", 2), loss("journal_full", 1));
    try (Ingest first = Ingest.start();
        Ingest second = Ingest.start()) {
      Map<String, String> values =
          Map.of("dsn", first.dsn(), "project-dsns", "tag:service=worker > " + second.dsn("2"));
      Settings settings = Settings.load(Keys.all(), List.of(Source.of("code", values)));
      for (Reporter reporter : new SentryReporter.Provider().create(settings)) {
        assertThat(reporter.account(losses)).isTrue();
        assertThat(reporter.account(FIVE)).isTrue();
        reporter.close();
      }

      assertThat(told(first))
          .containsExactly(
              "cache_overflow error 1",
              "queue_overflow error 5",
              "send_error error 2",
              "queue_overflow error 5");
      assertThat(told(second)).containsExactly("send_error error 2");
      assertThat(second.requestCount()).isEqualTo(1);
    }
  }
}
