package dev.whence.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.assemble.InApp;
import dev.whence.assemble.Origin;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.event.Level;
import dev.whence.group.GroupKey;
import dev.whence.guard.Faults;
import dev.whence.refuse.IgnoredTexts;
import dev.whence.scrub.Scrubber;
import dev.whence.snapshot.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The key of the group on the way from a snapshot to a record. */
class GroupedRecordTest {
  private final BlockingQueue<EventRecord> records = new LinkedBlockingQueue<>();
  private final Tallies tallies = new Tallies();
  private final Faults faults = new Faults(System.getLogger("dev.whence"));
  private final Scrubber scrubber = Scrubber.standard();

  private EventRecord record(
      Throwable thrown,
      @Nullable String handler,
      List<String> fingerprint,
      UnaryOperator<ErrorEvent> processor) {
    Processing processing = new Processing(
        new Origin("shop@1", "test", "here", Map.of()),
        new InApp(List.of("dev.whence.record.GroupedRecordTest"), null),
        new IgnoredTexts(List.of()),
        (event, snapshot) -> processor.apply(event),
        scrubber,
        NoLimits.any(),
        NoLimits.ofTransactions(),
        record -> {
          records.add(record);
          return null;
        },
        null,
        (id, refusal) -> {});
    Recorder recorder = new Recorder(
        new Recorder.Bounds(8 << 20, 8 << 20), processing, tallies, faults, Duration.ofSeconds(30));
    recorder.offer(new Snapshot(
        new Snapshot.Occurrence(
            new EventId(0, 1), Instant.now(), Level.ERROR, thrown, null, "servlet", false),
        new Snapshot.Surroundings(
            "r-1",
            "GET /x",
            handler,
            500,
            Duration.ofMillis(5),
            null,
            Map.of(),
            Map.of(),
            fingerprint,
            List.of(),
            null),
        null,
        "hint"));
    recorder.flush(Duration.ofSeconds(30));
    recorder.close(Duration.ofSeconds(30));
    return records.remove();
  }

  private EventRecord record(Throwable thrown) {
    return record(thrown, null, List.of(), UnaryOperator.identity());
  }

  private static JsonNode group(EventRecord record) throws IOException {
    return new ObjectMapper().readTree(record.json()).at("/contexts/whence/group");
  }

  private static Throwable failure() {
    return new IllegalStateException("no order 7");
  }

  @Test
  void aRecordAndItsEventTellTheKeyAndWhatItIsMadeOf() throws Exception {
    EventRecord record = record(failure());

    JsonNode group = group(record);
    assertThat(group.path("key").asText()).matches("[0-9a-f]{32}");
    assertThat(group.path("algorithm").asText()).isEqualTo("J0");
    assertThat(group.path("parts"))
        .extracting(JsonNode::asText)
        .startsWith(
            "type java.lang.IllegalStateException",
            "at dev.whence.record.GroupedRecordTest.failure");
    assertThat(group.has("stackless")).isFalse();
    assertThat(new ObjectMapper()
            .readTree(record.json())
            .at("/contexts/whence/request_id")
            .asText())
        .isEqualTo("r-1");
  }

  @Test
  void anExceptionWithoutFramesIsTold() throws Exception {
    Throwable frameless = failure();
    frameless.setStackTrace(new StackTraceElement[0]);

    assertThat(group(record(frameless)).path("stackless").asBoolean()).isTrue();
    assertThat(group(record(frameless)).path("parts"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "type java.lang.IllegalStateException", "route GET /x", "message no order #");
  }

  @Test
  void secretsAreNotAmongTheParts() throws Exception {
    Throwable frameless = new IllegalStateException("no password=hunterFAKE, ada@example.org");
    frameless.setStackTrace(new StackTraceElement[0]);

    EventRecord record = record(frameless);

    assertThat(new String(record.json(), StandardCharsets.UTF_8))
        .doesNotContain("hunter")
        .doesNotContain("ada@");
    assertThat(scrubber.counts()).as("each once").containsEntry("email", 1L);
  }

  @Test
  void theHandlerEndsTheStack() throws Exception {
    EventRecord record = record(
        failure(), "GroupedRecordTest.theHandlerEndsTheStack", List.of(), UnaryOperator.identity());

    assertThat(group(record).path("parts"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "type java.lang.IllegalStateException",
            "at dev.whence.record.GroupedRecordTest.failure",
            "at dev.whence.record.GroupedRecordTest.theHandlerEndsTheStack");
  }

  @Test
  void theApplicationsFingerprintWins() throws Exception {
    EventRecord own = record(failure(), null, List.of("checkout"), UnaryOperator.identity());
    EventRecord both =
        record(failure(), null, List.of("{{ default }}", "eu"), UnaryOperator.identity());

    assertThat(group(own).path("parts").get(0).asText()).isEqualTo("fingerprint checkout");
    assertThat(group(both).path("parts").get(0).asText()).startsWith("default ");
    JsonNode sent = new ObjectMapper().readTree(both.json()).path("fingerprint");
    assertThat(sent).extracting(JsonNode::asText).containsExactly("{{ default }}", "eu");
  }

  @Test
  void whatTheProcessorChangesCounts() throws Exception {
    EventRecord same = record(failure());
    EventRecord tagged = record(
        failure(), null, List.of(), event -> event.toBuilder().tag("a", "b").build());
    EventRecord marked = record(
        failure(),
        null,
        List.of(),
        event -> event.toBuilder().fingerprint(List.of("checkout")).build());
    EventRecord rewritten = record(
        failure(),
        null,
        List.of(),
        event -> event.toBuilder().exceptions(List.of()).message("gone 5").build());

    assertThat(group(tagged).path("parts").get(0))
        .isEqualTo(group(same).path("parts").get(0));
    assertThat(group(marked).path("parts").get(0).asText()).isEqualTo("fingerprint checkout");
    assertThat(group(rewritten).path("parts"))
        .extracting(JsonNode::asText)
        .containsExactly("level error", "message gone #");
  }

  @Test
  void scrubbedAgainAnEventKeepsItsKey() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String key = new EventId(random.nextLong(), random.nextLong()).toString();
      if (i % 2 == 0) {
        key = "4111111111111111" + key.substring(16);
      }
      GroupKey group = new GroupKey(key, List.of("type a.B", "at a.B.c", "message no #"), true);
      ErrorEvent event = ErrorEvent.builder(new EventId(0, 1), Instant.EPOCH)
          .context("whence", Map.of("group", group.toContext()))
          .build();

      assertThat(scrubber.scrub(event).contexts()).isEqualTo(event.contexts());
    }
  }

  @Test
  void whatElseStandsInTheOwnContextIsScrubbed() {
    ErrorEvent event = ErrorEvent.builder(new EventId(0, 1), Instant.EPOCH)
        .context(
            "whence",
            Map.of(
                "note",
                "password=hunterFAKE",
                "group",
                Map.of("key", "0".repeat(32), "parts", List.of("password=hunterFAKE"))))
        .build();

    assertThat(scrubber.scrub(event).contexts().toString()).doesNotContain("hunter");
  }
}
