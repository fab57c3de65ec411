package dev.whence.examples.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Checks that all parts of each event tell of one and the same request, by its number, and that
 * there is one event for each; keeps only what is wrong.
 */
final class CheckingReporter implements Reporter {
  private static final int SHOWN = 20;

  private final ObjectMapper json = new ObjectMapper();

  // Guarded by this.
  private final BitSet seen = new BitSet();
  private final List<String> complaints = new ArrayList<>();
  private int events;

  @Override
  public String name() {
    return "checking";
  }

  @Override
  public Outcome report(Batch batch) throws IOException {
    for (EventRecord record : batch.records()) {
      check(json.readTree(record.json()));
    }
    return batch.accepted();
  }

  private synchronized void check(JsonNode event) {
    int number = event.at("/tags/number").asInt(-1);
    Kind kind = Kind.of(Math.max(0, number));
    List<String> parts = parts(event);
    boolean isWhole = number >= 0
        && !seen.get(number)
        && parts.stream().allMatch(part -> part.endsWith("n" + number))
        && event.at("/breadcrumbs/values").size() == WorkResource.BREADCRUMBS
        && event.at("/transaction").asText().equals("GET /work/" + kind.path() + "/{number}")
        && event.at("/contexts/response/status_code").asInt() == (kind.isFailing() ? 500 : 200);
    if (!isWhole && complaints.size() < SHOWN) {
      complaints.add((number >= 0 && seen.get(number) ? "again " : "") + event);
    }
    if (number >= 0) {
      seen.set(number);
    }
    events++;
    notifyAll();
  }

  private static List<String> parts(JsonNode event) {
    List<String> parts = new ArrayList<>();
    parts.add(event.at("/exception/values/0/value").asText());
    parts.add(event.at("/user/id").asText());
    parts.add(event.at("/tags/request_id").asText());
    parts.add(event.at("/request/query_string").asText());
    event
        .at("/breadcrumbs/values")
        .forEach(crumb -> parts.add(crumb.at("/message").asText()));
    return parts;
  }

  /** Waits for the last events, which come behind the answers; returns how many there are. */
  synchronized int awaitEvents(int count, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (events < count && System.nanoTime() < end) {
      wait(1_000);
    }
    return events;
  }

  synchronized int events() {
    return events;
  }

  synchronized int requestsSeen() {
    return seen.cardinality();
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
