package dev.whence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One accepted envelope. Immutable. */
public final class ReceivedEnvelope {
  private final ObjectNode header;
  private final List<ReceivedItem> items;

  ReceivedEnvelope(ObjectNode header, List<ReceivedItem> items) {
    this.header = header;
    this.items = List.copyOf(items);
  }

  /** Returns a copy. */
  public JsonNode header() {
    return header.deepCopy();
  }

  /** Returns the id in the envelope's header, empty if it has none. */
  public String eventId() {
    return header.path("event_id").asText();
  }

  public List<ReceivedItem> items() {
    return items;
  }

  public List<ReceivedItem> items(String type) {
    return items.stream().filter(item -> item.type().equals(type)).toList();
  }

  List<ReceivedEvent> transactions() {
    return items("transaction").stream()
        .map(item -> new ReceivedEvent(eventId(), item))
        .toList();
  }

  List<ReceivedEvent> events() {
    return items("event").stream()
        .map(item -> new ReceivedEvent(eventId(), item))
        .toList();
  }
}
