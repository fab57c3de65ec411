package dev.whence.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Checks that all parts of each event tell of one and the same request, by its number, and keeps
 * only what is wrong.
 */
final class CheckingReporter implements Reporter {
  private static final int SHOWN = 20;

  private final ObjectMapper json = new ObjectMapper();

  // Guarded by this.
  private final BitSet seen = new BitSet();
  private final List<String> complaints = new ArrayList<>();

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
    String number = event.at("/tags/number").asText();
    List<String> parts = new ArrayList<>();
    parts.add(event.at("/exception/values/0/value").asText());
    parts.add(event.at("/user/id").asText());
    parts.add(event.at("/tags/request_id").asText());
    parts.add(event.at("/request/query_string").asText());
    JsonNode breadcrumbs = event.at("/breadcrumbs/values");
    breadcrumbs.forEach(breadcrumb -> parts.add(breadcrumb.at("/message").asText()));
    boolean isWhole = breadcrumbs.size() == MixedLoad.BREADCRUMBS
        && parts.stream().allMatch(part -> part.endsWith("n" + number));
    if (!isWhole && complaints.size() < SHOWN) {
      complaints.add(number + ": " + parts);
    }
    seen.set(Integer.parseInt(number));
  }

  synchronized int requestsSeen() {
    return seen.cardinality();
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
