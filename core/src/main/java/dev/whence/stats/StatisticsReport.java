package dev.whence.stats;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One window of a {@link StatisticsTable}: all that was counted in it, and nothing else. Immutable.
 *
 * @param end where the next window starts, never before {@code start}
 * @param routes those with requests, by name
 */
public record StatisticsReport(Instant start, Instant end, List<RouteSnapshot> routes) {
  public StatisticsReport {
    routes = routes.stream().sorted(Comparator.comparing(RouteSnapshot::route)).toList();
  }
}
