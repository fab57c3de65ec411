package dev.whence.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what fails again and again, by group key: beyond so many in a minute the others are held
 * back, and one summary says how many. Bounded in memory: of more than 512 failures at once the one
 * that was seen least recently is summed up early. Safe for use by many threads.
 *
 * @param <T> what a summary is made of
 */
public final class Repeats<T> {
  private static final int MOST = 512;
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanoTime;

  // guarded by this
  private final Map<String, Window<T>> windows = new LinkedHashMap<>(16, 0.75f, true);
  private final List<Summary<T>> early = new ArrayList<>();

  /** Lets {@code perMinute} of each failure pass; 0 lets all of them. */
  public Repeats(int perMinute, LongSupplier nanoTime) {
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
  }

  /**
   * How many were held back, and what stands for them.
   *
   * @param example one of them
   */
  public record Summary<T>(T example, long count) {}

  private static final class Window<T> {
    private final long end;
    private long seen;
    private @Nullable T example;

    Window(long end) {
      this.end = end;
    }

    private @Nullable Summary<T> summary(int passed) {
      return example == null ? null : new Summary<>(example, seen - passed);
    }
  }

  /**
   * Notes one more failure with the group key {@code key}; returns whether it is held back.
   *
   * @param example makes what stands for it, asked for the first that is held back
   */
  public synchronized boolean isHeldBack(String key, Supplier<T> example) {
    if (perMinute == 0) {
      return false;
    }
    long now = nanoTime.getAsLong();
    Window<T> window = windows.get(key);
    if (window != null && window.end - now <= 0) {
      sumUp(key);
      window = null;
    }
    if (window == null) {
      window = new Window<>(now + WINDOW);
      windows.put(key, window);
      makeRoom();
    }
    window.seen++;
    if (window.seen <= perMinute) {
      return false;
    }
    if (window.example == null) {
      window.example = example.get();
    }
    return true;
  }

  private void makeRoom() {
    if (windows.size() > MOST) {
      sumUp(windows.keySet().iterator().next());
    }
  }

  private void sumUp(String key) {
    Window<T> over = windows.remove(key);
    Summary<T> summary = over == null ? null : over.summary(perMinute);
    if (summary != null) {
      early.add(summary);
    }
  }

  /** Returns how long until the next summary is due, at least 0; the longest time if none is. */
  public synchronized long nanosToNext() {
    if (!early.isEmpty()) {
      return 0;
    }
    long now = nanoTime.getAsLong();
    long least = Long.MAX_VALUE;
    for (Window<T> window : windows.values()) {
      if (window.example != null) {
        least = Math.min(least, Math.max(0, window.end - now));
      }
    }
    return least;
  }

  /** Takes out the summaries that are due, or all that there will be. */
  public synchronized List<Summary<T>> take(boolean all) {
    List<Summary<T>> due = new ArrayList<>(early);
    early.clear();
    long now = nanoTime.getAsLong();
    for (Iterator<Window<T>> each = windows.values().iterator(); each.hasNext(); ) {
      Window<T> window = each.next();
      if (all || window.end - now <= 0) {
        Summary<T> summary = window.summary(perMinute);
        if (summary != null) {
          due.add(summary);
        }
        each.remove();
      }
    }
    return due;
  }
}
