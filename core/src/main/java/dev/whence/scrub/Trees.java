package dev.whence.scrub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps and lists and writes them, for {@link ScrubTool}. */
final class Trees {
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
      .build();

  private Trees() {}

  /** Returns the object that {@code json} is; anything else becomes one under {@code value}. */
  static Map<String, Object> read(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      Object tree = tree(parser);
      if (tree instanceof Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
      }
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("value", tree);
      return object;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object tree(JsonParser parser) throws IOException {
    Deque<Object> open = new ArrayDeque<>();
    Object root = null;
    String name = "";
    Deque<String> names = new ArrayDeque<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        name = parser.currentName();
        continue;
      }
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        open.pop();
        name = names.pop();
        continue;
      }
      Object value = value(parser, token);
      root = open.isEmpty() ? value : root;
      add(open.peek(), name, value);
      if (value instanceof Map || value instanceof List) {
        open.push(value);
        names.push(name);
      }
    }
    return root;
  }

  @SuppressWarnings("unchecked") // made below
  private static void add(@Nullable Object parent, String name, @Nullable Object value) {
    if (parent instanceof Map) {
      ((Map<String, @Nullable Object>) parent).put(name, value);
    } else if (parent instanceof List) {
      ((List<@Nullable Object>) parent).add(value);
    }
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> new LinkedHashMap<String, Object>();
      case START_ARRAY -> new ArrayList<>();
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> parser.getNumberValue();
    };
  }

  /** Returns {@code tree} as JSON. */
  static String text(@Nullable Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object tree) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (tree instanceof Iterable<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (tree instanceof Number || tree instanceof Boolean) {
      json.writeRawValue(tree.toString());
    } else if (tree == null) {
      json.writeNull();
    } else {
      json.writeString(tree.toString());
    }
  }

  /** Returns {@code json} with escapes for halves of characters, which UTF-8 cannot hold. */
  static String withoutLoneSurrogates(String json) {
    StringBuilder clean = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean isPair = Character.isHighSurrogate(c)
          && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1));
      if (isPair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        clean = clean == null ? new StringBuilder(json.length() + 16) : clean;
      }
    }
    return clean == null ? json : escaped(json, clean);
  }

  private static String escaped(String json, StringBuilder clean) {
    for (int i = 0; i < json.length(); ) {
      int point = json.codePointAt(i);
      boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (isHalf) {
        clean.append(String.format("\\u%04x", point));
      } else {
        clean.appendCodePoint(point);
      }
      i += Character.charCount(point);
    }
    return clean.toString();
  }
}
