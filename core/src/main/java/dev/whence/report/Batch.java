package dev.whence.report;

import dev.whence.event.EventRecord;
import java.util.List;

/** The records that a reporter gets in one call, oldest first, at least one. */
public record Batch(List<EventRecord> records) {
  public Batch {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a batch holds at least one record");
    }
  }

  /** Returns the outcome that all of these records were accepted. */
  public Outcome accepted() {
    return Outcome.accepted(records.size());
  }
}
