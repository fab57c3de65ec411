package com.example.shop.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.EventRecord;
import java.io.IOException;

/** One line about an event. */
record EventSummary(
    String id,
    String time,
    String level,
    String title,
    String route,
    @JsonProperty("request_id") String requestId) {
  static EventSummary of(EventRecord event, ObjectMapper mapper) throws IOException {
    JsonNode json = mapper.readTree(event.json());
    return new EventSummary(
        event.id().toString(),
        event.time().toString(),
        json.path("level").asText(),
        title(json),
        json.path("transaction").asText(),
        json.path("tags").path("request_id").asText());
  }

  /** Returns what was thrown last, which the payload puts behind its causes, or the message. */
  private static String title(JsonNode json) {
    JsonNode thrown = json.path("exception").path("values");
    if (thrown.isEmpty()) {
      return json.path("logentry").path("formatted").asText();
    }
    JsonNode last = thrown.get(thrown.size() - 1);
    String message = last.path("value").asText();
    String type = last.path("type").asText();
    return message.isEmpty() ? type : type + ": " + message;
  }
}
