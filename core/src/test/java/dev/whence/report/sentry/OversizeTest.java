package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.ingest.Ingest;
import dev.whence.report.Batch;
import dev.whence.report.LogLines;
import dev.whence.report.Outcome;
import dev.whence.report.Records;
import dev.whence.report.http.HttpPoster;
import dev.whence.report.http.ScriptedServer;
import dev.whence.report.http.ScriptedServer.Received;
import dev.whence.report.trim.BigEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of events that are larger than the protocol or the receiver allows. */
class OversizeTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String OK = ScriptedServer.OK;
  private static final String TOO_LARGE = "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n";
  private static final String BUSY = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";

  private final StubClock clock = new StubClock();

  private SentryReporter reporter(String dsn) {
    return new SentryReporter(Dsn.parse(dsn), new HttpPoster.Timeouts(LONG, LONG), clock);
  }

  private static Batch batch(byte[]... jsons) {
    return new Batch(Arrays.stream(jsons)
        .map(json -> Records.record(new String(json, UTF_8)))
        .toList());
  }

  /** Returns how large the events were that came. */
  private static List<Integer> sizes(ScriptedServer server) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    for (Received request : server.requests()) {
      String[] lines = new String(request.inflatedBody(), ISO_8859_1).split("\n", -1);
      sizes.add(lines[2].length());
    }
    return sizes;
  }

  @Test
  void anEventBeyondTheProtocolsLimitArrivesTrimmed() throws Exception {
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest.dsn())) {
      Outcome outcome = reporter.report(batch(BigEvent.json(60_000), BigEvent.json(10)));

      assertThat(outcome).isEqualTo(Outcome.accepted(2));
      assertThat(ingest.complaints()).isEmpty();
      assertThat(ingest.requestCount()).isEqualTo(2);
      assertThat(ingest.events().get(0).at("/contexts/whence/trimmed"))
          .isEqualTo("[\"long_texts\"]");
      assertThat(ingest.events().get(0).at("/exception/values/5/type")).isEqualTo("Outermost");
      assertThat(ingest.events().get(1).at("/contexts/whence/trimmed")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {EventSizes.MOST, EventSizes.MOST + 1})
  void theLimitIsAMebibyteForTheEventAlone(int size) throws Exception {
    String event = "{\"event_id\":\"" + BigEvent.ID + "\",\"timestamp\":1,\"platform\":\"java\","
        + "\"extra\":{\"a\":\"\"}}";
    String json = event.replace(":\"\"", ":\"" + "x".repeat(size - event.length()) + '"');
    try (Ingest ingest = Ingest.start();
        SentryReporter reporter = reporter(ingest.dsn())) {
      Outcome outcome = reporter.report(Records.batch(json));

      assertThat(outcome).isEqualTo(Outcome.accepted(1));
      assertThat(ingest.complaints()).isEmpty();
      assertThat(ingest.events().get(0).at("/contexts/whence/trimmed"))
          .isEqualTo(size > EventSizes.MOST ? "[\"long_texts\"]" : "");
    }
  }

  @Test
  void anEventThatIsRefusedIsTriedAtHalfItsSizeAndThenAtItsLeast() throws Exception {
    byte[] json = BigEvent.json(2_000);
    try (ScriptedServer server = ScriptedServer.answering(TOO_LARGE, TOO_LARGE, OK);
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch(json))).isEqualTo(Outcome.accepted(1));

      List<Integer> sizes = sizes(server);
      assertThat(sizes).hasSize(3);
      assertThat(sizes.get(0)).isEqualTo(json.length);
      assertThat(sizes.get(1)).isBetween(json.length / 4, json.length / 2);
      assertThat(sizes.get(2)).isLessThan(sizes.get(1));
    }
  }

  @Test
  void theThirdRefusalIsTheLastAndHoldsUpNoOtherEvent() throws Exception {
    byte[] json = BigEvent.json(2_000);
    try (ScriptedServer server = ScriptedServer.answering(TOO_LARGE, TOO_LARGE, TOO_LARGE);
        SentryReporter reporter = reporter(server.dsn());
        LogLines log = LogLines.of("dev.whence.report")) {
      assertThat(reporter.report(batch(json, json)))
          .isEqualTo(Outcome.accepted(0).rejected("too_large"));
      assertThat(server.requests()).hasSize(3);
      assertThat(reporter.report(batch("{}".getBytes(UTF_8)))).isEqualTo(Outcome.accepted(1));

      assertThat(log.lines())
          .containsExactly("WARNING http://[Filtered]@127.0.0.1:" + server.port()
              + ", project 42 takes no event of " + json.length + " bytes, trimmed or not");
    }
  }

  @Test
  void aSmallEventIsNotTriedAgain() throws Exception {
    byte[] json = BigEvent.json(0);
    assertThat(json.length).isGreaterThan(EventSizes.LEAST);
    byte[] small = "{\"a\":\"b\"}".getBytes(UTF_8);
    try (ScriptedServer server = ScriptedServer.answering(TOO_LARGE);
        SentryReporter reporter = reporter(server.dsn());
        LogLines log = LogLines.of("dev.whence.report")) {
      assertThat(reporter.report(batch(small, small)))
          .isEqualTo(Outcome.accepted(0).rejected("too_large"));
      assertThat(reporter.report(batch(json))).isEqualTo(Outcome.accepted(1));

      assertThat(sizes(server)).containsExactly(small.length, json.length);
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void whatWasRefusedOnceIsTrimmedBeforehandForAnHour() throws Exception {
    byte[] json = BigEvent.json(2_000);
    try (ScriptedServer server = ScriptedServer.answering(TOO_LARGE, OK, OK, OK);
        SentryReporter reporter = reporter(server.dsn())) {
      reporter.report(batch(json));
      clock.advance(Duration.ofMinutes(59));
      reporter.report(batch(json));
      clock.advance(Duration.ofMinutes(1));
      reporter.report(batch(json));

      List<Integer> sizes = sizes(server);
      assertThat(sizes).hasSize(4);
      assertThat(sizes.get(0)).isEqualTo(json.length);
      assertThat(sizes.get(1)).isLessThanOrEqualTo(json.length / 2);
      assertThat(sizes.get(2)).isEqualTo(sizes.get(1));
      assertThat(sizes.get(3)).isEqualTo(json.length);
    }
  }

  @Test
  void anEventThatWaitsWhenTrimmedIsNotSentWholeAgain() throws Exception {
    byte[] json = BigEvent.json(2_000);
    try (ScriptedServer server = ScriptedServer.answering(OK, TOO_LARGE, BUSY, OK);
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch("{}".getBytes(UTF_8), json))).isEqualTo(Outcome.accepted(1));
      assertThat(reporter.report(batch(json))).isEqualTo(Outcome.accepted(1));

      assertThat(sizes(server).get(3)).isEqualTo(sizes(server).get(2));
    }
  }

  @Test
  void aLimitThatComesWithARefusalHoldsTheTrimmedEventToo() throws Exception {
    String limited = TOO_LARGE.replace("\r\nC", "\r\nX-Sentry-Rate-Limits: 5:error\r\nC");
    try (ScriptedServer server = ScriptedServer.answering(limited);
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch(BigEvent.json(2_000))))
          .isEqualTo(Outcome.accepted(0).retry(Duration.ofSeconds(5)));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anOversizeRecordThatIsNoJsonIsRejectedUnsent() throws Exception {
    byte[] broken = Arrays.copyOf(BigEvent.json(60_000), EventSizes.MOST + 1);
    try (ScriptedServer server = ScriptedServer.start();
        SentryReporter reporter = reporter(server.dsn())) {
      assertThat(reporter.report(batch("{}".getBytes(UTF_8), broken)))
          .isEqualTo(Outcome.accepted(1).rejected("unreadable"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void anEventThatNothingMakesSmallEnoughIsRejectedUnsent() throws Exception {
    String type = "{\"type\":\"" + "T".repeat(1_000) + "\"},";
    String json = "{\"exception\":{\"values\":[" + type.repeat(2_000) + "{}]}}";
    try (ScriptedServer server = ScriptedServer.start();
        SentryReporter reporter = reporter(server.dsn());
        LogLines log = LogLines.of("dev.whence.report")) {
      assertThat(reporter.report(Records.batch(json)))
          .isEqualTo(Outcome.accepted(0).rejected("too_large"));
      assertThat(server.requests()).isEmpty();
      assertThat(log.lines()).hasSize(1);
    }
  }
}
