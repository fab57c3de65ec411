package dev.whence.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.whence.event.EventRecord;
import dev.whence.event.Level;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a filter may ask of an event, as it is sent: scrubbed. Immutable.
 *
 * @param tags by name; a user's tenant is one of them, {@code tenant}
 * @param transaction the route, such as {@code GET /orders/{id}}; empty if there is none
 * @param path the path of the request's URL, the application's own in front; empty outside requests
 */
public record EventFacts(Level level, Map<String, String> tags, String transaction, String path) {
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
      .build();

  public EventFacts {
    tags = Map.copyOf(tags);
  }

  /** Reads the JSON of {@code record} once through; what cannot be read is not there. */
  public static EventFacts of(EventRecord record) {
    Reading reading = new Reading();
    try (JsonParser json = JSON.createParser(record.json())) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        reading.event(json);
      }
    } catch (IOException e) {
      // The reporter may know what to do with such a record; a filter goes by what was there.
    }
    return new EventFacts(reading.level, reading.tags, reading.transaction, path(reading.url));
  }

  private static String path(String url) {
    int scheme = url.indexOf("://");
    int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    if (slash < 0) {
      return "";
    }
    int end = slash;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(slash, end);
  }

  /** Returns the path within the route, {@code /orders/{id}}; empty if it has none. */
  String routePath() {
    int slash = transaction.indexOf('/');
    boolean isPath = slash == 0 || (slash > 0 && transaction.charAt(slash - 1) == ' ');
    return isPath ? transaction.substring(slash) : "";
  }

  /** What has been found so far. */
  private static final class Reading {
    final Map<String, String> tags = new HashMap<>();
    Level level = Level.ERROR;
    String transaction = "";
    String url = "";

    void event(JsonParser json) throws IOException {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        boolean isText = value == JsonToken.VALUE_STRING;
        boolean isObject = value == JsonToken.START_OBJECT;
        switch (name) {
          case "level" -> level = isText ? level(json.getText()) : level;
          case "transaction" -> transaction = isText ? json.getText() : transaction;
          case "tags" -> texts(json, isObject, tags);
          case "request" -> request(json, isObject);
          default -> json.skipChildren();
        }
      }
    }

    private static Level level(String name) {
      try {
        return Level.valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        return Level.ERROR;
      }
    }

    private void request(JsonParser json, boolean isObject) throws IOException {
      Map<String, String> members = new HashMap<>();
      texts(json, isObject, members);
      url = members.getOrDefault("url", "");
    }

    /** Adds the members of an object that are texts, and skips all others. */
    private static void texts(JsonParser json, boolean isObject, Map<String, String> texts)
        throws IOException {
      if (!isObject) {
        json.skipChildren();
        return;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
  }
}
