package dev.whence.delivery;

import dev.whence.event.Category;
import dev.whence.report.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a destination has been told of events that it will not get, and what it has yet to be told.
 * Safe for use by many threads.
 */
final class Ledger {
  private final Category category;
  private final Supplier<Map<String, Long>> refused;
  private final Supplier<Map<String, Long>> dropped;

  // guarded by this
  private final Map<String, Long> told = new HashMap<>();
  private boolean isWanted = true;

  /** Compares what was told with two counts by reason that only grow. */
  Ledger(Supplier<Map<String, Long>> refused, Supplier<Map<String, Long>> dropped) {
    this(Category.ERROR, refused, dropped);
  }

  /** Does the same for records of {@code category}. */
  Ledger(
      Category category, Supplier<Map<String, Long>> refused, Supplier<Map<String, Long>> dropped) {
    this.category = category;
    this.refused = refused;
    this.dropped = dropped;
  }

  synchronized List<Loss> untold() {
    List<Loss> losses = new ArrayList<>();
    if (isWanted) {
      counts().forEach((reason, count) -> {
        long more = count - told.getOrDefault(reason, 0L);
        if (more > 0) {
          losses.add(new Loss(reason, category, more));
        }
      });
    }
    return losses;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>(dropped.get());
    counts.remove(Tally.FILTERED); // another reporter's
    refused.get().forEach((reason, count) -> counts.merge(reason, count, Long::sum));
    return counts;
  }

  synchronized void told(List<Loss> losses) {
    for (Loss loss : losses) {
      if (loss.category() == category) {
        told.merge(loss.reason(), loss.count(), Long::sum);
      }
    }
  }

  /** Notes that the destination does not want to know. */
  synchronized void close() {
    isWanted = false;
  }
}
