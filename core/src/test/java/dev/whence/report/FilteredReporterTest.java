package dev.whence.report;

import static dev.whence.report.EventFilter.level;
import static dev.whence.report.EventFilter.path;
import static dev.whence.report.EventFilter.tag;
import static dev.whence.report.Records.batch;
import static dev.whence.report.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.event.EventRecord;
import dev.whence.event.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredReporterTest {
  private static final String EVENT = """
      {"event_id":"1","level":"warning","transaction":"GET /orders/{id}",
       "exception":{"values":[{"type":"A","level":"fatal","tags":{"service":"other"}}]},
       "tags":{"service":"worker","tenant":"clinic-3","odd":7,"none":null},
       "request":{"method":"GET","headers":{"url":"http://h/x"},
        "url":"https://shop.example:8443/app/orders/7?page=/billing/1","query_string":"a=b"},
       "contexts":{"tags":{"service":"third"},"url":"http://h/y"}}""";

  /** Answers as it was told, and keeps what it was asked. */
  private static final class StubReporter implements Reporter {
    final List<List<String>> calls = new ArrayList<>();
    Outcome outcome = Outcome.accepted(0);
    boolean isClosed;

    @Override
    public String name() {
      return "stub";
    }

    @Override
    public Outcome report(Batch batch) {
      calls.add(batch.records().stream().map(StubReporter::json).toList());
      return outcome;
    }

    private static String json(EventRecord record) {
      return new String(record.json(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private final StubReporter stub = new StubReporter();
  private final Reporter wanting = stub.only(tag("wanted"));

  /** Returns a batch of an event for each character, those of {@code x} wanted. */
  private static Batch events(String marks) {
    return batch(marks
        .chars()
        .mapToObj(mark -> mark == 'x' ? "{\"tags\":{\"wanted\":\"y\"}}" : "{}")
        .toArray(String[]::new));
  }

  @Test
  void readsWhatFiltersAskOfAnEvent() {
    EventFacts facts = EventFacts.of(record(EVENT));

    assertThat(facts.level()).isEqualTo(Level.WARNING);
    assertThat(facts.tags()).isEqualTo(Map.of("service", "worker", "tenant", "clinic-3"));
    assertThat(facts.transaction()).isEqualTo("GET /orders/{id}");
    assertThat(facts.path()).isEqualTo("/app/orders/7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "{",
        "{}",
        "{\"tags\":[{\"wanted\":\"y\"}],\"request\":\"x\",\"level\":7,\"transaction\":{}}",
        "{\"level\":\"strange\",\"request\":{\"url\":[\"http://h/x\"]}}",
        "{\"request\":{\"url\":\"http://host\"}}"
      })
  void readsNothingWhereNothingIs(String json) {
    assertThat(EventFacts.of(record(json)))
        .isEqualTo(new EventFacts(Level.ERROR, Map.of(), "", ""));
  }

  @Test
  void acceptsByTag() {
    assertThat(accepted(tag("service", "worker"))).isTrue();
    assertThat(accepted(tag("service", "backend"))).isFalse();
    assertThat(accepted(tag("service", "third"))).isFalse();
    assertThat(accepted(tag("tenant"))).isTrue();
    assertThat(accepted(tag("none"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'/app/*', true",
    "'/app/orders/7', true",
    "'/orders/*', true",
    "'/orders/{id}', true",
    "'/orders', false",
    "'/billing/*', false",
    "'/x', false",
    "'/billing/*,/app/*', true"
  })
  void acceptsByPathOfUrlOrRoute(String patterns, boolean isAccepted) {
    assertThat(accepted(path(patterns))).isEqualTo(isAccepted);
  }

  @Test
  void acceptsByLevelFromTheLeastOn() {
    assertThat(accepted(level(Level.INFO))).isTrue();
    assertThat(accepted(level(Level.WARNING))).isTrue();
    assertThat(accepted(level(Level.ERROR))).isFalse();
  }

  @Test
  void filtersAreCombinedAsPredicatesAre() {
    assertThat(accepted(tag("tenant").and(level(Level.ERROR)))).isFalse();
    assertThat(accepted(tag("tenant").or(level(Level.ERROR)))).isTrue();
    assertThat(accepted(tag("tenant").negate())).isFalse();
    assertThat(accepted(event -> event.transaction().startsWith("GET"))).isTrue();
  }

  private static boolean accepted(Predicate<EventFacts> filter) {
    return filter.test(EventFacts.of(record(EVENT)));
  }

  @Test
  void handsOnWhatIsWantedInOneBatch() throws IOException {
    stub.outcome = Outcome.accepted(3);

    assertThat(wanting.report(events("-x--xx-"))).isEqualTo(Outcome.accepted(3).skipping(4));
    assertThat(stub.calls).hasSize(1);
    assertThat(stub.calls.get(0)).hasSize(3).allMatch(json -> json.contains("wanted"));
  }

  @Test
  void asksNobodyWhereNothingIsWanted() throws IOException {
    assertThat(wanting.report(events("---"))).isEqualTo(Outcome.accepted(0).skipping(3));
    assertThat(stub.calls).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x-x-, 0, 0, 0",
    "x-x-, 1, 0, 1",
    "-x-x-, 0, 0, 1",
    "-x-x-, 1, 0, 2",
    "-x-x-, 0, 1, 3",
    "--xxx, 2, 0, 2"
  })
  void skipsUpToTheRecordThatTheReporterSpeaksOf(
      String marks, int accepted, int skipped, int allSkipped) throws IOException {
    Outcome done = Outcome.accepted(accepted).skipping(skipped);
    stub.outcome = done.rejected("too_large");
    assertThat(wanting.report(events(marks)))
        .isEqualTo(done.skipping(allSkipped).rejected("too_large"));

    stub.outcome = done.retry(Duration.ofSeconds(7));
    assertThat(wanting.report(events(marks)))
        .isEqualTo(done.skipping(allSkipped).retry(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "2, 1", "-1, 0", "0, -1", "1, 2147483647"})
  void takesAnImpossibleOutcomeForAFault(int accepted, int skipped) {
    stub.outcome = Outcome.accepted(accepted).skipping(skipped);

    assertThatThrownBy(() -> wanting.report(events("x-x--")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("reporter accepted " + accepted);
  }

  @Test
  void aFilterThatThrowsLeavesTheEventOutAndSaysSoOnce() throws IOException {
    stub.outcome = Outcome.accepted(1);
    Reporter picky = stub.only(event -> {
      if (event.tags().isEmpty()) {
        throw new IllegalStateException("no tags");
      }
      return true;
    });
    try (LogLines log = LogLines.of("dev.whence.report")) {
      assertThat(picky.report(events("-x-"))).isEqualTo(Outcome.accepted(1).skipping(2));

      assertThat(log.lines())
          .containsExactly(
              "WARNING the filter of reporter \"stub\" throws, and leaves out such events");
    }
  }

  @Test
  void hasTheReportersNameAndClosesIt() {
    wanting.close();

    assertThat(wanting.name()).isEqualTo("stub");
    assertThat(stub.isClosed).isTrue();
  }
}
