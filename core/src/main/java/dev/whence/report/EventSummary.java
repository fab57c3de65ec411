package dev.whence.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.event.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an event's JSON into a few lines for people. Immutable. */
final class EventSummary {
  private static final int TEXT_LENGTH = 500;
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
      .build();

  private final EventId id;
  private final Map<?, ?> event;

  private EventSummary(EventId id, Map<?, ?> event) {
    this.id = id;
    this.event = event;
  }

  /**
   * Reads the JSON of {@code record}.
   *
   * @throws IOException if it is no object
   */
  static EventSummary of(EventRecord record) throws IOException {
    try (JsonParser parser = JSON.createParser(record.json())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("event is no JSON object");
      }
      return new EventSummary(record.id(), object(value(parser)));
    }
  }

  /** Returns the value at the parser's token: a map, a list, or a scalar's text; null for null. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, value(parser));
      }
      return members;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser));
      }
      return items;
    }
    return token == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  Level level() {
    try {
      return Level.valueOf(text(event, "level").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Level.ERROR;
    }
  }

  /** Returns the event on one line and each further exception on a line of its own. */
  String text() {
    List<?> innermostFirst = list(object(event.get("exception")).get("values"));
    List<Object> exceptions = new ArrayList<>(innermostFirst);
    Collections.reverse(exceptions);
    StringBuilder lines = new StringBuilder(clean(headline(exceptions)));
    exceptions.stream().skip(1).map(EventSummary::object).forEach(exception -> {
      String role = text(object(exception.get("mechanism")), "type");
      lines.append(role.equals("suppressed") ? "\n suppressed " : "\n caused by ");
      lines.append(clean(exception(exception)));
    });
    return lines.toString();
  }

  private String headline(List<Object> exceptions) {
    String what = exceptions.isEmpty() ? message() : exception(object(exceptions.get(0)));
    String status = text(object(object(event.get("contexts")).get("response")), "status_code");
    List<String> words = List.of(level().name(), text(event, "transaction"), status, what, ids());
    return String.join(" ", words.stream().filter(word -> !word.isEmpty()).toList());
  }

  private String message() {
    if (event.get("message") instanceof String message) {
      return shortened(message);
    }
    Map<?, ?> message = object(event.get("message"));
    String formatted = text(message, "formatted");
    return shortened(formatted.isEmpty() ? text(message, "message") : formatted);
  }

  private String ids() {
    String request = text(object(event.get("tags")), "request_id");
    String user = text(object(event.get("user")), "id");
    return "[event " + id
        + (request.isEmpty() ? "" : ", request " + request)
        + (user.isEmpty() ? "" : ", user " + user)
        + ']';
  }

  private static String exception(Map<?, ?> exception) {
    String type = text(exception, "type");
    String message = shortened(text(exception, "value"));
    List<?> frames = list(object(exception.get("stacktrace")).get("frames"));
    return (type.isEmpty() ? "exception" : type)
        + (message.isEmpty() ? "" : ": " + message)
        + (frames.isEmpty() ? "" : " (at " + call(top(frames)) + ')');
  }

  /** Returns the latest call of the application's own, or else the latest of all. */
  private static Map<?, ?> top(List<?> oldestFirst) {
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      Map<?, ?> frame = object(oldestFirst.get(i));
      if (text(frame, "in_app").equals("true")) {
        return frame;
      }
    }
    return object(oldestFirst.get(oldestFirst.size() - 1));
  }

  private static String call(Map<?, ?> frame) {
    String module = text(frame, "module");
    String file = text(frame, "filename");
    String line = text(frame, "lineno");
    return (module.isEmpty() ? "" : module + '.')
        + text(frame, "function")
        + (file.isEmpty() ? "" : ", " + file + (line.isEmpty() ? "" : ':' + line));
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "...";
  }

  /** Replaces what could feign another line of the log, or hide a part of this one. */
  private static String clean(String line) {
    return line.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
