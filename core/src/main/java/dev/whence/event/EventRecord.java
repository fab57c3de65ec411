package dev.whence.event;

import java.time.Instant;

/**
 * A scrubbed event as reporters get it: UTF-8 JSON in the shape of Sentry's event payload.
 *
 * <p>The JSON is shared, never copied: nobody may write to it.
 */
public final class EventRecord {
  private final EventId id;
  private final Category category;
  private final Instant time;
  private final byte[] json;

  public EventRecord(EventId id, Category category, Instant time, byte[] json) {
    this.id = id;
    this.category = category;
    this.time = time;
    this.json = json;
  }

  public EventId id() {
    return id;
  }

  public Category category() {
    return category;
  }

  /** When the event happened. */
  public Instant time() {
    return time;
  }

  public byte[] json() {
    return json;
  }

  @Override
  public String toString() {
    return category.wireName() + ' ' + id + ", " + json.length + " bytes";
  }
}
