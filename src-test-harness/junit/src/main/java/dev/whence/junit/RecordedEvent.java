package dev.whence.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.EventRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One event as it left the process: scrubbed, in the shape of Sentry's event payload. Accessors
 * that find nothing return an empty text, an empty list or 0. Immutable.
 */
public final class RecordedEvent {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String text;
  private final JsonNode json;

  private RecordedEvent(String text, JsonNode json) {
    this.text = text;
    this.json = json;
  }

  /** Returns the event of {@code record}. */
  public static RecordedEvent of(EventRecord record) {
    try {
      JsonNode json = MAPPER.readTree(record.json());
      return new RecordedEvent(json.toString(), json);
    } catch (IOException e) {
      throw new UncheckedIOException("record " + record.id() + " is not JSON", e);
    }
  }

  /** Returns the payload as a tree of the caller's own. */
  public JsonNode json() {
    return json.deepCopy();
  }

  /**
   * Returns what stands at a JSON pointer such as {@code /request/url}: text as it is, anything
   * else as JSON, and an empty text if nothing is there.
   */
  public String at(String pointer) {
    JsonNode node = json.at(pointer);
    return node.isTextual() ? node.textValue() : node.toString();
  }

  public String eventId() {
    return at("/event_id");
  }

  /** Returns the exception that was thrown, then those it carries, depth first. */
  public List<RecordedException> exceptions() {
    List<RecordedException> exceptions = new ArrayList<>();
    JsonNode values = json.at("/exception/values");
    for (int i = values.size() - 1; i >= 0; i--) {
      exceptions.add(RecordedException.of(values.get(i)));
    }
    return exceptions;
  }

  /** Returns the class names of {@link #exceptions}, what was thrown first. */
  public List<String> exceptionTypes() {
    return exceptions().stream().map(RecordedException::type).toList();
  }

  /** Returns the captured message; an exception's own is with the {@link #exceptions}. */
  public String message() {
    return at("/logentry/formatted");
  }

  /** Returns the level in lower case, such as {@code error}. */
  public String level() {
    return at("/level");
  }

  /** Returns the route, such as {@code GET /orders/*}. */
  public String route() {
    return at("/transaction");
  }

  /** Returns the status of the answer; 0 outside a request. */
  public int status() {
    return json.at("/contexts/response/status_code").asInt();
  }

  public Optional<String> tag(String name) {
    return Optional.ofNullable(json.path("tags").get(name)).map(JsonNode::asText);
  }

  /** Returns the messages of the breadcrumbs, the oldest first. */
  public List<String> breadcrumbMessages() {
    List<String> messages = new ArrayList<>();
    for (JsonNode breadcrumb : json.at("/breadcrumbs/values")) {
      messages.add(breadcrumb.path("message").asText());
    }
    return messages;
  }

  public String userId() {
    return at("/user/id");
  }

  /** Returns the ID of the request that the event belongs to. */
  public String requestId() {
    return at("/contexts/whence/request_id");
  }

  /** Says whether {@code text} stands anywhere in the event, in a name or in a value. */
  public boolean mentions(String sought) {
    return text.contains(sought) || text.contains(escaped(sought));
  }

  private static String escaped(String plain) {
    String quoted = MAPPER.valueToTree(plain).toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  /** Returns the event as JSON. */
  @Override
  public String toString() {
    return text;
  }
}
