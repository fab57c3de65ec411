package dev.whence.report;

import dev.whence.config.value.PathPatterns;
import dev.whence.event.Level;
import java.util.function.Predicate;

/**
 * Filters for {@link Reporter#only}, to be combined as predicates are: {@code tag("service",
 * "worker").and(level(Level.ERROR))}.
 */
public final class EventFilter {
  private EventFilter() {}

  /** Accepts events that have this tag, whatever its value. */
  public static Predicate<EventFacts> tag(String name) {
    return event -> event.tags().containsKey(name);
  }

  /** Accepts events whose tag {@code name} is {@code value}. */
  public static Predicate<EventFacts> tag(String name, String value) {
    return event -> value.equals(event.tags().get(name));
  }

  /**
   * Accepts events of requests to certain paths, such as {@code /billing/*}: the route's, below the
   * application's root, or the whole one of the URL.
   *
   * @param patterns with commas between them
   * @throws IllegalArgumentException if one is neither a path, a prefix nor an extension
   */
  public static Predicate<EventFacts> path(String patterns) {
    PathPatterns paths = PathPatterns.parse(patterns);
    return event -> paths.matches(event.path()) || paths.matches(event.routePath());
  }

  /** Accepts events that are at least as grave as {@code least}. */
  public static Predicate<EventFacts> level(Level least) {
    return event -> event.level().compareTo(least) >= 0;
  }
}
