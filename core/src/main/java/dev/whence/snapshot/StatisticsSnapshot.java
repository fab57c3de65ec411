package dev.whence.snapshot;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.stats.StatisticsReport;

/** How often and how fast routes were answered, on its way to the recorder. */
public record StatisticsSnapshot(EventId id, StatisticsReport report) implements Recordable {
  private static final int ROUTE_WEIGHT = 1_024;

  @Override
  public Category category() {
    return Category.STATISTICS;
  }

  @Override
  public int weight() {
    return ROUTE_WEIGHT * (1 + report.routes().size());
  }
}
