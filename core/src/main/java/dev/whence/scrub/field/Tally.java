package dev.whence.scrub.field;

import dev.whence.scrub.text.Rule;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was masked, by rule, and the fields that could not be scrubbed. For many threads. */
public final class Tally implements Rule.Sink {
  private final Map<String, LongAdder> hits = new ConcurrentHashMap<>();
  private final LongAdder failed = new LongAdder();

  @Override
  public void hit(Rule rule, int length) {
    hits.computeIfAbsent(rule.id(), any -> new LongAdder()).increment();
  }

  public void failure() {
    failed.increment();
  }

  public long failures() {
    return failed.sum();
  }

  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    hits.forEach((rule, sum) -> counts.put(rule, sum.sum()));
    counts.put("failed", failed.sum());
    return Collections.unmodifiableMap(counts);
  }
}
