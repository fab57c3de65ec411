package dev.whence.scrub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.whence.event.Body;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scrubs one line of {@link ScrubTool} and writes what became of it. For one thread. */
final class ToolLine {
  static final List<String> KINDS = List.of(
      "header", "cookie", "query", "form", "json", "message", "url", "stack", "breadcrumb", "user");

  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .maxNameLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .build())
      .build();

  private final Scrubber scrubber;
  private final boolean explains;

  ToolLine(Scrubber scrubber, boolean explains) {
    this.scrubber = scrubber;
    this.explains = explains;
  }

  /** Returns what comes out of {@code line}: a line without its end. */
  String scrub(int number, String line) {
    try {
      Case one = Case.read(line);
      return one.problem() == null ? scrubbed(one) : error(number, one.problem());
    } catch (JsonProcessingException e) {
      return error(number, "no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is never out of reach
    }
  }

  String error(int number, String problem) {
    return written(json -> {
      json.writeNumberField("line", number);
      json.writeStringField("error", problem);
    });
  }

  private String scrubbed(Case one) {
    Parts parts = scrubber.parts();
    String output = parts.guarded(() -> output(one, parts));
    return written(json -> {
      json.writeStringField("id", one.id());
      json.writeFieldName("output");
      json.writeRawValue(output);
      if (explains) {
        json.writeFieldName("masked");
        json.writeRawValue(Trees.text(parts.findings().listed()));
      }
    });
  }

  /** Returns the output as JSON. */
  private static String output(Case one, Parts parts) {
    String text = one.text();
    return switch (one.kind()) {
      case "json" ->
        text == null
            ? parts.body(Body.Kind.JSON, one.raw())
            : Trees.text(parts.body(Body.Kind.JSON, text));
      case "message", "stack" ->
        text == null
            ? Trees.text(parts.exception(Trees.read(one.raw())))
            : Trees.text(parts.text(text));
      case "cookie" -> Trees.text(parts.cookies(one.textOrRaw()));
      case "query" -> Trees.text(parts.query(one.textOrRaw()));
      case "form" -> Trees.text(parts.body(Body.Kind.FORM, one.textOrRaw()));
      case "url" -> Trees.text(parts.url(one.textOrRaw()));
      case "header" -> Trees.text(parts.headers(Trees.read(one.raw())));
      case "breadcrumb" -> Trees.text(parts.breadcrumb(Trees.read(one.raw())));
      default -> Trees.text(parts.user(Trees.read(one.raw())));
    };
  }

  private static String written(Members members) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Trees.withoutLoneSurrogates(line.toString());
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /** A line as it was read; its text is null where the input is no string. */
  private record Case(
      String id,
      String kind,
      @Nullable String text,
      String raw,
      @Nullable String problem) {
    static Case read(String line) throws IOException {
      Map<String, String> members = new LinkedHashMap<>();
      String text = null;
      try (JsonParser parser = JSON.createParser(line)) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          return new Case("", "", null, "", "no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          JsonToken token = parser.nextToken();
          int start = (int) parser.currentTokenLocation().getCharOffset();
          boolean isText = token == JsonToken.VALUE_STRING;
          String value = isText ? parser.getText() : "";
          parser.skipChildren();
          int end = (int) parser.currentLocation().getCharOffset();
          members.put(name, isText && !name.equals("input") ? value : line.substring(start, end));
          text = name.equals("input") ? (isText ? value : null) : text;
        }
      }
      return checked(members, text);
    }

    private static Case checked(Map<String, String> members, @Nullable String text) {
      String kind = members.getOrDefault("kind", "");
      String raw = members.get("input");
      String problem = null;
      if (!KINDS.contains(kind)) {
        problem = "kind \"" + kind + "\" is none of " + String.join(", ", KINDS);
      } else if (raw == null) {
        problem = "no \"input\"";
      }
      return new Case(members.getOrDefault("id", ""), kind, text, raw == null ? "" : raw, problem);
    }

    String textOrRaw() {
      return text == null ? raw : text;
    }
  }
}
