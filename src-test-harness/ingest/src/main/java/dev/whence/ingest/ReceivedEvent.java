package dev.whence.ingest;

import com.fasterxml.jackson.databind.JsonNode;

/** One accepted event, or transaction. Immutable. */
public final class ReceivedEvent {
  private final String eventId;
  private final ReceivedItem item;

  ReceivedEvent(String eventId, ReceivedItem item) {
    this.eventId = eventId;
    this.item = item;
  }

  public String eventId() {
    return eventId;
  }

  /** Returns the payload as a tree of the caller's own, read anew by each call. */
  public JsonNode json() {
    return item.json();
  }

  /**
   * Returns what stands at a JSON pointer: {@code at("/exception/values/0/type")}.
   *
   * @return text as it is, anything else as JSON, and the empty string if nothing is there
   */
  public String at(String pointer) {
    JsonNode node = json().at(pointer);
    return node.isTextual() ? node.textValue() : node.toString();
  }

  @Override
  public String toString() {
    return eventId + " " + at("/exception/values/0/type") + at("/message/formatted")
        + at("/contexts/trace/op");
  }
}
