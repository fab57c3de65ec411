package dev.whence.record;

import dev.whence.refuse.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The first sum: captured = refused by reason + inbox + recorded. Exact when nothing is under way.
 * For any thread.
 */
public final class Tally {
  private final LongAdder captured = new LongAdder();
  private final LongAdder recorded = new LongAdder();
  private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

  public Tally() {
    for (Refusal refusal : Refusal.values()) {
      refused.put(refusal, new LongAdder());
    }
  }

  /** Counts something that was captured; a refusal, a place in the inbox or a record follows. */
  public void captured() {
    captured.increment();
  }

  @SuppressWarnings("NullAway") // every refusal has its counter
  public void refused(Refusal refusal) {
    refused.get(refusal).increment();
  }

  void recorded() {
    recorded.increment();
  }

  public long capturedCount() {
    return captured.sum();
  }

  public long recordedCount() {
    return recorded.sum();
  }

  /** Returns the refusals that happened, by reason. */
  public Map<String, Long> refusedCounts() {
    Map<String, Long> counts = new TreeMap<>();
    refused.forEach((refusal, count) -> {
      if (count.sum() > 0) {
        counts.put(refusal.reason(), count.sum());
      }
    });
    return counts;
  }
}
