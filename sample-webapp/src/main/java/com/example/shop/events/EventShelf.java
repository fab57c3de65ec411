package com.example.shop.events;

import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps the last 100 events in memory, as they were reported. For any thread. */
public final class EventShelf implements Reporter {
  private static final int ROOM = 100;

  /** The one shelf of this application, where both its reporter and its servlets find it. */
  private static final EventShelf OWN = new EventShelf();

  /** Guarded by this; the latest first. */
  private final Deque<EventRecord> records = new ArrayDeque<>();

  EventShelf() {}

  static EventShelf own() {
    return OWN;
  }

  @Override
  public String name() {
    return "shelf";
  }

  @Override
  public synchronized Outcome report(Batch batch) {
    for (EventRecord event : batch.records()) {
      records.addFirst(event);
      if (records.size() > ROOM) {
        records.removeLast();
      }
    }
    return batch.accepted();
  }

  /** Returns the last {@code most} events, the latest first. */
  synchronized List<EventRecord> latest(int most) {
    return records.stream().limit(most).toList();
  }

  synchronized Optional<EventRecord> find(String id) {
    return records.stream().filter(event -> event.id().toString().equals(id)).findFirst();
  }

  @Override
  public synchronized void close() {
    records.clear();
  }
}
