package dev.whence.snapshot;

import dev.whence.event.EventId;
import dev.whence.event.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Snapshots of failures in a request, each with an ID of its own. */
public final class Snapshots {
  private final AtomicLong ids = new AtomicLong();

  public Snapshot of(Throwable failure) {
    return new Snapshot(
        new Snapshot.Occurrence(
            new EventId(0, ids.incrementAndGet()),
            Instant.now(),
            Level.ERROR,
            failure,
            null,
            "servlet",
            false),
        new Snapshot.Surroundings(
            "r-1",
            "GET /x",
            null,
            500,
            Duration.ofMillis(5),
            null,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            null),
        null,
        "hint");
  }
}
