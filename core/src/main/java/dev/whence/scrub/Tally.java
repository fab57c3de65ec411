package dev.whence.scrub;

import dev.whence.scrub.text.Rule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was masked, by rule, and the fields that could not be scrubbed. For many threads. */
final class Tally implements Rule.Sink {
  private final Map<Rule, LongAdder> hits = new ConcurrentHashMap<>();
  private final LongAdder failed = new LongAdder();

  @Override
  public void hit(Rule rule) {
    hits.computeIfAbsent(rule, any -> new LongAdder()).increment();
  }

  void failure() {
    failed.increment();
  }

  long failures() {
    return failed.sum();
  }

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      LongAdder sum = hits.get(rule);
      counts.put(rule.id(), sum == null ? 0 : sum.sum());
    }
    counts.put("failed", failed.sum());
    return Collections.unmodifiableMap(counts);
  }
}
