package dev.whence.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time within a transaction, over and done. Immutable.
 *
 * @param op what kind of work it was, such as {@code db.query}
 * @param description what was done, such as the normalised statement
 * @param status a name of the event payload, such as {@code ok}
 */
public record SpanData(
    Ids ids,
    String op,
    @Nullable String description,
    String status,
    Time time,
    Map<String, Object> data) {
  /** Its own ID, and that of the span or transaction that it happened in. */
  public record Ids(long id, long parentId) {}

  /** From when to when. */
  public record Time(Instant start, Instant end) {}

  public SpanData {
    data = data.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /** Returns this with texts in the place of its own. */
  public SpanData with(String newOp, @Nullable String newDescription, Map<String, Object> newData) {
    return new SpanData(ids, newOp, newDescription, status, time, newData);
  }
}
