package dev.whence.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What delivery does from time to time.
 *
 * @param interval the time from one round to the next
 * @param maxAge the age at which records that wait are given up
 * @param refused what was captured and did not become a record, by reason: counts that only grow,
 *     of which reporters are told
 * @param refusedTraces the same of traces
 */
public record Upkeep(
    Duration interval,
    Duration maxAge,
    Supplier<Map<String, Long>> refused,
    Supplier<Map<String, Long>> refusedTraces) {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** Makes the upkeep that does its rounds once a minute. */
  public Upkeep(
      Duration maxAge,
      Supplier<Map<String, Long>> refused,
      Supplier<Map<String, Long>> refusedTraces) {
    this(INTERVAL, maxAge, refused, refusedTraces);
  }
}
