package dev.whence.report.sentry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the head of a trace lets all others know, as the header {@code trace} of an envelope has it
 * (develop.sentry.dev, "Dynamic Sampling Context"). Found in the record's own context.
 */
final class TraceHead {
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
      .build();

  private TraceHead() {}

  /** Returns the member with a comma behind it; nothing if {@code json} does not tell. */
  static String of(byte[] json, Dsn dsn) {
    try {
      Map<String, String> head = read(json);
      if (!head.containsKey("trace_id")) {
        return "";
      }
      head.putIfAbsent("public_key", dsn.publicKey());
      return "\"trace\":" + written(head) + ',';
    } catch (IOException malformed) {
      return "";
    }
  }

  private static Map<String, String> read(byte[] json) throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (enter(parser, "contexts") && enter(parser, "whence") && enter(parser, "head")) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            head.put(name, parser.getText());
          } else {
            parser.skipChildren();
          }
        }
      }
    }
    return head;
  }

  /** Goes on to the member {@code name} of the object that begins next. */
  private static boolean enter(JsonParser parser, String name) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (parser.currentName().equals(name)) {
        return true;
      }
      parser.nextToken();
      parser.skipChildren();
    }
    return false;
  }

  private static String written(Map<String, String> head) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> member : head.entrySet()) {
        json.writeStringField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    }
    return text.toString();
  }
}
