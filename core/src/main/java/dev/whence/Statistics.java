package dev.whence;

import dev.whence.delivery.Rounds;
import dev.whence.event.RandomIds;
import dev.whence.record.Recorder;
import dev.whence.record.StatisticsSnapshot;
import dev.whence.stats.StatisticsReport;
import dev.whence.stats.StatisticsTable;
import dev.whence.trace.Trace;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts every request by its route, kept or not, and has the recorder tell of it every ten
 * seconds. For any thread; has one of its own from the first request on.
 */
final class Statistics {
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final String UNKNOWN = "unknown";

  private final StatisticsTable table = new StatisticsTable(Instant.now());
  private final Rounds rounds = new Rounds("whence-statistics", WINDOW, this::tell);
  private final RandomIds ids = new RandomIds();
  private final Recorder recorder;

  Statistics(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Counts a request that is over. */
  void count(RequestEnd end) {
    rounds.start();
    String route = end.route();
    Trace trace = end.scope().knownTrace();
    table
        .of(route == null ? UNKNOWN : route)
        .answered(
            end.facts().status(),
            end.scope().age().toNanos(),
            end.facts().bytes(),
            trace == null ? 0 : trace.calls().databaseNanos());
  }

  private void tell() {
    StatisticsReport report = table.drain(Instant.now());
    if (!report.routes().isEmpty()) {
      recorder.offer(new StatisticsSnapshot(ids.eventId(), report));
    }
  }

  /** Tells the rest. */
  void close(Duration bound) {
    rounds.close(System.nanoTime() + bound.toNanos());
    tell();
  }
}
