package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.EventId;
import dev.whence.event.Measurement;
import dev.whence.event.SpanData;
import dev.whence.event.TransactionEvent;
import dev.whence.event.TransactionEvent.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransactionScrubberTest {
  private static final String MAIL = "anna@example.org";
  private static final Map<String, Object> TRACE =
      Map.of("trace_id", "0af7651916cd43dd8448eb211c80319c", "span_id", "b7ad6b7169203331");

  private static SpanData span(String op, String description, Map<String, Object> data) {
    return new SpanData(
        new SpanData.Ids(7, 3),
        op,
        description,
        "ok",
        new SpanData.Time(Instant.EPOCH, Instant.EPOCH.plusMillis(5)),
        data);
  }

  private static TransactionEvent.Builder transaction(String name) {
    return TransactionEvent.builder(
            EventId.of(1, 2),
            new TransactionEvent.Time(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)))
        .name(name, Source.ROUTE)
        .context("trace", TRACE);
  }

  private static Object told(TransactionEvent event, String list) {
    Object told = event.contexts().getOrDefault("whence", Map.of()).get(list);
    return told == null ? List.of() : told;
  }

  @Test
  void masksEveryPlaceWhereTheApplicationSpeaks() {
    TransactionEvent clean = Scrubber.standard()
        .scrub(transaction("mail " + MAIL)
            .tag("to", MAIL)
            .context("mail", Map.of("password", "s3cret"))
            .measurements(Map.of("size of " + MAIL, new Measurement(1, "none")))
            .spans(List.of(span(
                "send " + MAIL, "SELECT * FROM t WHERE m = '" + MAIL + "'", Map.of("pin", "4711"))))
            .build());

    assertThat(clean.name()).isEqualTo("mail [EMAIL]");
    assertThat(clean.tags()).containsEntry("to", "[EMAIL]");
    assertThat(clean.contexts().get("mail")).containsEntry("password", "[Filtered]");
    assertThat(clean.measurements()).containsOnlyKeys("size of [EMAIL]");
    assertThat(clean.spans()).singleElement().satisfies(span -> {
      assertThat(span.op()).isEqualTo("send [EMAIL]");
      assertThat(span.description()).doesNotContain(MAIL);
      assertThat(span.data()).containsEntry("pin", "[Filtered]");
    });
    assertThat(told(clean, "masked").toString())
        .contains("spans.0.op", "spans.0.description", "spans.0.data.pin", "measurements")
        .contains("contexts.mail.password", "tags.to", "transaction");
  }

  @Test
  void keepsWhatReceiversPutATraceTogetherBy() {
    TransactionEvent event = transaction("GET /orders/{id}")
        .spans(List.of(span("db.query", "SELECT ?", Map.of())))
        .measurements(Map.of("db.time", new Measurement(12.5, "millisecond")))
        .build();

    TransactionEvent clean = Scrubber.standard().scrub(event);

    assertThat(clean.contexts()).isEqualTo(event.contexts());
    assertThat(clean.spans()).usingRecursiveComparison().isEqualTo(event.spans());
    assertThat(clean.measurements()).isEqualTo(event.measurements());
    assertThat(clean.name()).isEqualTo("GET /orders/{id}");
    assertThat(clean.source()).isEqualTo(Source.ROUTE);
  }

  @Test
  void withholdsASpansDataThatCannotBeRead() {
    Object hostile = new Object() {
      @Override
      public String toString() {
        throw new IllegalStateException("planted");
      }
    };
    Scrubber scrubber = Scrubber.standard();

    TransactionEvent clean = scrubber.scrub(
        transaction("x").spans(List.of(span("a", "b", Map.of("c", hostile)))).build());

    assertThat(clean.spans().get(0).data().toString()).contains("[Scrub failed]");
    assertThat(clean.spans().get(0).description()).isEqualTo("b");
    assertThat(scrubber.failures()).isEqualTo(1);
  }

  @Test
  void triesWhatIsAskedBeyondTheStandard() {
    Scrubber scrubber = Scrubber.builder().hideKey("ward").dryRun(true).build();

    TransactionEvent clean = scrubber.scrub(transaction("x")
        .spans(List.of(span("a", "to " + MAIL, Map.of("ward", "W7"))))
        .build());

    assertThat(clean.spans().get(0).data()).containsEntry("ward", "W7");
    assertThat(clean.spans().get(0).description()).isEqualTo("to [EMAIL]");
    assertThat(told(clean, "would_mask"))
        .isEqualTo(List.of(Map.of("path", "spans.0.data.ward", "rule", "key", "length", 2)));
    assertThat(scrubber.trialCounts()).containsEntry("key", 1L);
  }
}
