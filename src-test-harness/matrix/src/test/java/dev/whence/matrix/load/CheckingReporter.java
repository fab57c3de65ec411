package dev.whence.matrix.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that all parts of each event and transaction tell of one and the same request, by its
 * number, and that spans lie within each other as they were opened; keeps only what is wrong.
 */
final class CheckingReporter implements Reporter {
  private static final int SHOWN = 20;

  /** Two halves with a step in each. */
  private static final int SPANS = 4;

  private final ObjectMapper json = new ObjectMapper();

  // Guarded by this.
  private final BitSet seen = new BitSet();
  private final BitSet traced = new BitSet();
  private final List<String> complaints = new ArrayList<>();

  @Override
  public String name() {
    return "checking";
  }

  @Override
  public Set<Category> categories() {
    return Set.of(Category.ERROR, Category.TRANSACTION);
  }

  @Override
  public Outcome report(Batch batch) throws IOException {
    for (EventRecord record : batch.records()) {
      JsonNode event = json.readTree(record.json());
      if (record.category() == Category.ERROR) {
        check(event);
      } else {
        checkTransaction(event);
      }
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
    complainUnless(isWhole, number + ": " + parts);
    seen.set(Integer.parseInt(number));
  }

  private synchronized void checkTransaction(JsonNode transaction) {
    String number = transaction.at("/tags/number").asText();
    String root = transaction.at("/contexts/trace/span_id").asText();
    Map<String, JsonNode> spans = new HashMap<>();
    transaction.path("spans").forEach(span -> spans.put(span.path("span_id").asText(), span));
    boolean isWhole = spans.size() == SPANS
        && transaction.at("/request/query_string").asText().endsWith("n" + number)
        && spans.values().stream().allMatch(span -> isInPlace(span, number, root, spans));
    complainUnless(isWhole, number + ": " + transaction.path("spans"));
    traced.set(Integer.parseInt(number));
  }

  private static boolean isInPlace(
      JsonNode span, String number, String root, Map<String, JsonNode> spans) {
    JsonNode parent = spans.get(span.path("parent_span_id").asText());
    String text = span.path("description").asText();
    boolean isParentsOwn = span.path("op").asText().equals("half")
        ? span.path("parent_span_id").asText().equals(root)
        : parent != null && parent.path("description").asText().equals(text);
    return isParentsOwn
        && text.endsWith("n" + number)
        && span.path("status").asText().equals("ok");
  }

  private void complainUnless(boolean isWell, String complaint) {
    if (!isWell && complaints.size() < SHOWN) {
      complaints.add(complaint);
    }
  }

  synchronized int transactionsSeen() {
    return traced.cardinality();
  }

  synchronized int requestsSeen() {
    return seen.cardinality();
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
