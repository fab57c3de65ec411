package dev.whence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps what it gets. */
final class KeepingReporter implements Reporter {
  private final Set<Category> categories;
  private final List<JsonNode> events = new ArrayList<>();

  /** Makes one that takes errors. */
  KeepingReporter() {
    this(Set.of(Category.ERROR));
  }

  KeepingReporter(Set<Category> categories) {
    this.categories = categories;
  }

  @Override
  public Set<Category> categories() {
    return categories;
  }

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
