package dev.whence.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.Transaction;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import java.util.ArrayList;
import java.util.List;

/** What Whence tells of a piece of work that ran as a job. */
record Observation(RecordedEvent transaction) {
  /** What may fail as work with a database does. */
  interface Work {
    void run() throws Exception;
  }

  static Observation of(WhenceExtension whence, Work work) throws Exception {
    try (Transaction job = whence.whence().transaction("task", "job")) {
      work.run();
    }
    List<RecordedEvent> transactions = whence.transactions();
    return new Observation(transactions.get(transactions.size() - 1));
  }

  /** Returns each span as its operation and text. */
  List<String> calls() {
    List<String> calls = new ArrayList<>();
    spans().forEach(span -> calls.add(span.get("op").asText() + " " + text(span)));
    return calls;
  }

  /**
   * Returns a detail of the span that is the {@code index}th; empty if it has none of that name.
   */
  String data(int index, String name) {
    return spans().get(index).path("data").path(name).asText();
  }

  String status(int index) {
    return spans().get(index).path("status").asText();
  }

  private static String text(JsonNode span) {
    return span.path("description").asText();
  }

  private List<JsonNode> spans() {
    List<JsonNode> spans = new ArrayList<>();
    transaction.json().path("spans").forEach(spans::add);
    return spans;
  }
}
