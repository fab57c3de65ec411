package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.Transaction;
import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import dev.whence.trace.TraceHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Transactions on a real way to a receiver, and beside errors. */
class TracesTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static WhenceBuilder builder(Ingest ingest) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .release("shop@1")
        .tracesSampleRate(1)
        .set(Keys.DSN, ingest.dsn());
  }

  private static void job(Whence whence, String name) {
    try (Transaction job = whence.transaction("task", name)) {
      whence.span("step", "one").close();
    }
  }

  private static JsonNode head(Ingest ingest) {
    return ingest.envelopes().stream()
        .filter(envelope -> !envelope.items("transaction").isEmpty())
        .findFirst()
        .orElseThrow()
        .header()
        .path("trace");
  }

  @Test
  void aTransactionArrivesWithWhatTheHeadOfItsTraceSays() {
    try (Ingest ingest = Ingest.start()) {
      Whence whence = builder(ingest).build();
      job(whence, "import");
      assertThat(whence.flush(LONG)).isTrue();
      whence.close();

      ReceivedEvent transaction = ingest.awaitTransactions(1, LONG).get(0);
      assertThat(transaction.at("/transaction")).isEqualTo("import");
      JsonNode head = head(ingest);
      assertThat(head.path("trace_id").asText())
          .isEqualTo(transaction.at("/contexts/trace/trace_id"));
      assertThat(head.path("public_key").asText()).isEqualTo("public");
      assertThat(head.path("release").asText()).isEqualTo("shop@1");
      assertThat(head.path("environment").asText()).isEqualTo("production");
      assertThat(head.path("sample_rate").asText()).isEqualTo("1");
      assertThat(head.path("sample_rand").asText()).matches("0\\.[0-9]{6}");
      assertThat(head.path("sampled").asText()).isEqualTo("true");
      assertThat(ingest.complaints()).isEmpty();
    }
  }

  @Test
  void whatTheHeadOfATraceSaidStands() {
    try (Ingest ingest = Ingest.start()) {
      Whence whence = builder(ingest).build();
      String head = "tenant=a,sentry-trace_id=" + TRACE + ",sentry-public_key=theirs,"
          + "sentry-sample_rand=0.25,sentry-release=front%401";
      TraceHeaders came = new TraceHeaders(null, null, TRACE + "-b7ad6b7169203331-1", head);
      whence.transaction("queue.process", "order placed", came).close();
      whence.close();

      assertThat(head(ingest).toString())
          .isEqualTo("{\"trace_id\":\"" + TRACE + "\",\"public_key\":\"theirs\","
              + "\"sample_rand\":\"0.25\",\"release\":\"front@1\"}");
      assertThat(ingest.transactions().get(0).at("/contexts/trace/parent_span_id"))
          .isEqualTo("b7ad6b7169203331");
      assertThat(ingest.complaints()).isEmpty();
    }
  }

  @Test
  void aTransactionThatIsTooLargeArrivesWithoutItsSpans() {
    try (Ingest ingest = Ingest.start()) {
      Whence whence = builder(ingest).build();
      try (Transaction job = whence.transaction("task", "huge")) {
        for (int i = 0; i < 1_000; i++) {
          whence.span("step", "x".repeat(2_000)).close();
        }
      }
      assertThat(whence.flush(LONG)).isTrue();
      whence.close();

      assertThat(ingest.complaints()).isEmpty();
      ReceivedEvent transaction = ingest.transactions().get(0);
      assertThat(transaction.at("/transaction")).isEqualTo("huge");
      assertThat(transaction.at("/contexts/trace/op")).isEqualTo("task");
      assertThat(transaction.at("/contexts/whence/trimmed")).contains("frames");
      assertThat(transaction.at("/spans")).isEmpty();
    }
  }

  @Test
  void errorsGoBeforeTransactionsThatWaitLonger() {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.status(503));
      Whence whence = builder(ingest).build();
      for (int i = 0; i < 5; i++) {
        job(whence, "job " + i);
      }
      var unused = ingest.awaitRequests(1, LONG);
      for (int i = 0; i < 5; i++) {
        whence.capture(new IllegalStateException("number " + i));
      }
      while (whence.health().inbox() > 0) {
        Thread.onSpinWait();
      }
      ingest.answer(Answer.ok());
      assertThat(whence.flush(LONG)).isTrue();
      whence.close();

      String kinds = ingest.envelopes().stream()
          .map(envelope -> envelope.items().get(0).type().substring(0, 1))
          .collect(Collectors.joining());
      assertThat(kinds).isEqualTo("eeeeettttt");
    }
  }

  @Test
  void aLimitOnTransactionsHoldsBackNoError() {
    try (Ingest ingest = Ingest.start()) {
      ingest.answerOnce(Answer.status(429).header("X-Sentry-Rate-Limits", "600:transaction:org"));
      Whence whence = builder(ingest).build();
      job(whence, "one too many");
      job(whence, "not even tried");
      assertThat(whence.flush(LONG)).isTrue();
      whence.capture(new IllegalStateException("planted"));
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(ingest.eventCount()).isEqualTo(1);
      assertThat(ingest.requestCount()).isEqualTo(2);
      assertThat(whence.health().traces().lanes().get(0).dropped())
          .isEqualTo(Map.of("ratelimit_told", 1L, "ratelimit", 1L));
      whence.close();
    }
  }

  @Test
  void transactionsTakeNoErrorsPlace() {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.status(503));
      Whence whence = builder(ingest)
          .set(Keys.JOURNAL_BYTES, "64KB")
          .set(TraceKeys.BYTES, "64KB")
          .build();
      whence.capture(new IllegalStateException("the one"));
      for (int i = 0; i < 500; i++) {
        job(whence, "flood");
      }
      assertThat(whence.flush(Duration.ZERO)).isFalse();
      ingest.answer(Answer.ok());
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(ingest.eventCount()).isEqualTo(1);
      var traces = whence.health().traces();
      long lost = traces.refused().getOrDefault("inbox_full", 0L)
          + traces.lanes().get(0).dropped().getOrDefault("journal_full", 0L);
      assertThat(lost + ingest.transactions().size()).isEqualTo(500);
      assertThat(lost).isPositive();
      whence.close();
    }
  }
}
