package dev.whence.event;

import java.time.Instant;

/**
 * A scrubbed event as reporters get it: UTF-8 JSON in the shape of Sentry's event payload.
 *
 * <p>The JSON array is shared, never copied: nobody may write to it.
 */
public record EventRecord(EventId id, Category category, Instant time, byte[] json) {
  @Override
  public boolean equals(Object other) {
    return other instanceof EventRecord that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return category.wireName() + ' ' + id + ", " + json.length + " bytes";
  }
}
