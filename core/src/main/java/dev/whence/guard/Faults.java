package dev.whence.guard;

import java.lang.System.Logger;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts what went wrong inside Whence, or in code that it was given, and says so in the log: once
 * a minute for each place. Never throws. For any thread.
 */
public final class Faults {
  private static final long MINUTE = 60_000_000_000L;
  private static final int PLACES = 32;

  private final Logger log;
  private final Map<String, Place> places = new ConcurrentHashMap<>();

  public Faults(Logger log) {
    this.log = log;
  }

  private static final class Place {
    final AtomicLong count = new AtomicLong();
    final AtomicLong saidAt = new AtomicLong(System.nanoTime() - MINUTE);
  }

  /** Counts a fault at {@code name}, such as {@code beforeSend}. */
  public void count(String name, Throwable fault) {
    count(name, () -> describe(fault));
  }

  /** Counts what no exception tells of, such as a call that took too long. */
  public void count(String name, String what) {
    count(name, () -> what);
  }

  /** Asks {@code what} only if it is to be said: where each request has a fault that costs much. */
  private void count(String name, Supplier<String> what) {
    try {
      Place place = place(name);
      long total = place.count.incrementAndGet();
      long now = System.nanoTime();
      long saidAt = place.saidAt.get();
      if (now - saidAt >= MINUTE && place.saidAt.compareAndSet(saidAt, now)) {
        log.log(
            Logger.Level.WARNING,
            "fault at {0}, number {1}; the application goes on: {2}",
            name,
            total,
            what.get());
      }
    } catch (Throwable e) {
      // A fault in telling of a fault: there is nobody left to tell.
    }
  }

  private Place place(String name) {
    Place place = places.get(name);
    if (place != null) {
      return place;
    }
    String key = places.size() < PLACES ? name : "other";
    return places.computeIfAbsent(key, k -> new Place());
  }

  /** Describes by type and place alone: a message may hold personal data, or may never return. */
  private static String describe(Throwable fault) {
    try {
      StackTraceElement[] stack = fault.getStackTrace();
      return fault.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    } catch (Throwable e) {
      return "it cannot be described";
    }
  }

  /** Returns how often each place failed. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    places.forEach((name, place) -> counts.put(name, place.count.get()));
    return counts;
  }
}
