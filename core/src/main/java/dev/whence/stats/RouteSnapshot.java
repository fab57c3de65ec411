package dev.whence.stats;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted for one route in one window. Immutable.
 *
 * @param errors the requests that failed or were answered from 500 to 599
 * @param statuses how many requests each group has, empty groups left out; their sum is the count
 * @param durations one for each request
 * @param bytes the sum of those answered, as far as they were known
 * @param inDatabase the sum of the time spent in databases
 */
public record RouteSnapshot(
    String route,
    long errors,
    Map<StatusGroup, Long> statuses,
    SketchCounts durations,
    long bytes,
    Duration inDatabase) {
  public RouteSnapshot {
    Map<StatusGroup, Long> ordered = new EnumMap<>(StatusGroup.class);
    ordered.putAll(statuses);
    statuses = Collections.unmodifiableMap(ordered);
  }

  /** Returns this under another name. */
  public RouteSnapshot named(String newRoute) {
    return new RouteSnapshot(newRoute, errors, statuses, durations, bytes, inDatabase);
  }

  /** Returns how many requests there were. */
  public long count() {
    return durations.count();
  }
}
