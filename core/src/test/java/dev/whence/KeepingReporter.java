package dev.whence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it gets. */
final class KeepingReporter implements Reporter {
  private final List<JsonNode> events = new ArrayList<>();

  @Override
  public String name() {
    return "keeping";
  }

  @Override
  public synchronized Outcome report(Batch batch) throws IOException {
    for (EventRecord record : batch.records()) {
      events.add(new ObjectMapper().readTree(record.json()));
    }
    return batch.accepted();
  }

  synchronized List<JsonNode> events() {
    return List.copyOf(events);
  }
}
