package dev.whence.encode;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes texts and trees of values, whatever they hold. For one thread. */
final class JsonValues {
  private static final int DEPTH = 32;

  private final JsonGenerator json;

  JsonValues(JsonGenerator json) {
    this.json = json;
  }

  void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(wellFormed(name), wellFormed(value));
    }
  }

  void tree(String name, Map<String, ?> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeFieldName(name);
      value(values);
    }
  }

  void value(@Nullable Object value) throws IOException {
    value(value, 0);
  }

  private void value(@Nullable Object value, int depth) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (depth > DEPTH) {
      json.writeString("[Too deep]");
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(wellFormed(String.valueOf(entry.getKey())));
        value(entry.getValue(), depth + 1);
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(item, depth + 1);
      }
      json.writeEndArray();
    } else {
      scalar(value);
    }
  }

  private void scalar(Object value) throws IOException {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(wellFormed(String.valueOf(value)));
    }
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).toString();
  }

  /** Replaces lone surrogates, which UTF-8 cannot carry, and returns other texts as they are. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }
}
