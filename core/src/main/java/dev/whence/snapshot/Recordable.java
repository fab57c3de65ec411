package dev.whence.snapshot;

import dev.whence.event.Category;
import dev.whence.event.EventId;

/** What may wait for the recorder. Immutable, or left alone once it is handed over. */
public sealed interface Recordable permits Snapshot, TransactionSnapshot, StatisticsSnapshot {
  EventId id();

  Category category();

  /** Estimates the bytes that this holds on to. */
  int weight();
}
