package dev.whence.record;

import dev.whence.event.RandomIds;
import dev.whence.guard.Rounds;
import dev.whence.snapshot.StatisticsSnapshot;
import dev.whence.stats.RouteStatistics;
import dev.whence.stats.StatisticsReport;
import dev.whence.stats.StatisticsTable;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts requests by their route, kept or not, and has the recorder tell of them every ten seconds.
 * For any thread; has one of its own from the first request on.
 */
public final class StatisticsRounds {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final StatisticsTable table = new StatisticsTable(Instant.now());
  private final Rounds rounds = new Rounds("whence-statistics", WINDOW, this::tell);
  private final RandomIds ids = new RandomIds();
  private final Recorder recorder;

  public StatisticsRounds(Recorder recorder) {
    this.recorder = recorder;
  }

  /** Returns what counts the requests of {@code route}. */
  public RouteStatistics of(String route) {
    rounds.start();
    return table.of(route);
  }

  private void tell() {
    StatisticsReport report = table.drain(Instant.now());
    if (!report.routes().isEmpty()) {
      recorder.offer(new StatisticsSnapshot(ids.eventId(), report));
    }
  }

  /** Tells the rest. */
  public void close(Duration bound) {
    rounds.close(System.nanoTime() + bound.toNanos());
    tell();
  }
}
