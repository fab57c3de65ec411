package dev.whence.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The routes of an application in a window that is running, and the change to the next one.
 *
 * <p>For any number of threads. Each request is in exactly one report, and whole in it: a window is
 * replaced first, then closed route by route, and who finds one closed counts into its successor.
 * Only the first request of a route in a window takes the table's lock.
 *
 * <p>The first 500 routes have a place of their own and keep it until no request came for 30
 * windows; those that find no place share {@link #OTHER} until there is one.
 */
public final class StatisticsTable {
  /** The route of those that found no place. */
  public static final String OTHER = "other";

  private static final int MOST_ROUTES = 500;
  private static final int MOST_IDLE_WINDOWS = 30;
  private static final int LONGEST_NAME = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Those that have a place. Changed under the lock alone. */
  private final ConcurrentHashMap<String, RouteStatistics> places = new ConcurrentHashMap<>();

  /** Changed under the lock alone, so that nothing comes into a window that is over. */
  private volatile Map<String, RouteWindow> running = new ConcurrentHashMap<>();

  /** Guarded by the lock. */
  private Instant start;

  private long number;

  /** Makes a table whose first window begins at {@code start}. */
  public StatisticsTable(Instant start) {
    this.start = start;
  }

  /**
   * Returns what counts for a route, by its template: {@code GET /orders/{id}}. To ask once and
   * keep the answer is cheaper; to ask each time is fine. Names are cut to 200 characters.
   */
  public RouteStatistics of(String route) {
    RouteStatistics known = places.get(route);
    return known != null ? known : new RouteStatistics(cut(route), this);
  }

  private static String cut(String route) {
    return route.length() <= LONGEST_NAME ? route : route.substring(0, LONGEST_NAME);
  }

  /**
   * Ends the window and returns what was counted in it; the next one begins. Waits for threads that
   * are in the middle of counting, which is some nanoseconds unless they lost their processor, and
   * at most five seconds.
   */
  public StatisticsReport drain(Instant now) {
    Instant began;
    Map<String, RouteWindow> over;
    synchronized (this) {
      began = start;
      start = now;
      over = running;
      running = new ConcurrentHashMap<>();
      number++;
      leaveIdlePlaces();
    }
    List<RouteSnapshot> routes = over.entrySet().stream()
        .map(route -> route.getValue().close(route.getKey(), PATIENCE))
        .toList();
    return new StatisticsReport(began, now.isBefore(began) ? began : now, routes);
  }

  private void leaveIdlePlaces() {
    places.values().forEach(RouteStatistics::forget);
    places.values().removeIf(route -> !route.isUsedSince(number - MOST_IDLE_WINDOWS));
  }

  /**
   * Returns where a route is counted in the running window, or in one that is just being closed.
   */
  RouteWindow open(RouteStatistics route) {
    Map<String, RouteWindow> windows = running;
    RouteWindow open = windows.get(route.route());
    if (open == null && isWithoutPlace(route)) {
      open = windows.get(OTHER);
    }
    return open != null ? open : begin(route);
  }

  private boolean isWithoutPlace(RouteStatistics route) {
    return places.size() >= MOST_ROUTES && !places.containsKey(route.route());
  }

  private synchronized RouteWindow begin(RouteStatistics route) {
    return running.computeIfAbsent(placed(route), name -> new RouteWindow());
  }

  private String placed(RouteStatistics route) {
    String name = route.route();
    if (name.equals(OTHER) || isWithoutPlace(route)) {
      return OTHER;
    }
    places.computeIfAbsent(name, unused -> route).used(number);
    return name;
  }
}
