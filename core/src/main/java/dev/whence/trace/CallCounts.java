package dev.whence.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one request asked of databases: how long that took, and which statements it repeated. For
 * any thread.
 */
public final class CallCounts {
  /** More of the same statement than this look like one for each element of a list. */
  public static final int REPEATED = 10;

  private static final int MOST_STATEMENTS = 256;

  // guarded by this
  private @Nullable Map<String, Integer> statements;
  private long databaseNanos;

  /** A statement, and how often it ran. */
  public record Repeated(String statement, int count) {}

  /**
   * Notes that a statement ran, or null for what is none; of very many different ones only the
   * first are counted.
   */
  public synchronized void ran(@Nullable String statement, long nanos) {
    databaseNanos += nanos;
    if (statement == null) {
      return;
    }
    if (statements == null) {
      statements = new HashMap<>();
    }
    if (statements.size() < MOST_STATEMENTS || statements.containsKey(statement)) {
      statements.merge(statement, 1, Integer::sum);
    }
  }

  synchronized void release() {
    statements = null;
  }

  public synchronized long databaseNanos() {
    return databaseNanos;
  }

  /** Returns the statements that ran suspiciously often, the most frequent first. */
  public synchronized List<Repeated> repeated() {
    if (statements == null) {
      return List.of();
    }
    List<Repeated> repeated = new ArrayList<>();
    statements.forEach((statement, count) -> {
      if (count > REPEATED) {
        repeated.add(new Repeated(statement, count));
      }
    });
    repeated.sort((one, other) -> Integer.compare(other.count(), one.count()));
    return repeated;
  }
}
