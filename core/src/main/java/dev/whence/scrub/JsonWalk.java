package dev.whence.scrub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.TextScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Masks the values of a JSON text, token by token, and writes a copy of it without blanks.
 *
 * <p>What comes before a mistake is kept and what was open closed; from there on all is withheld.
 * Bounded in depth, in linear time. For one thread and one text.
 */
final class JsonWalk {
  private static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .build();
  private static final int DEEPEST = 32;

  private final String text;
  private final boolean isWhole;
  private final FieldScrubber fields;
  private final Findings findings;
  private final StringWriter clean = new StringWriter();
  private final JsonParser parser;
  private final JsonGenerator json;
  private int depth;

  /** Whether a name was written whose value is to come. */
  private boolean isNamed;

  /**
   * Prepares to mask {@code text}.
   *
   * @param isWhole false if its end is missing, which is then no mistake of its author's
   */
  JsonWalk(String text, boolean isWhole, FieldScrubber fields, Findings findings) {
    this.text = text;
    this.isWhole = isWhole;
    this.fields = fields;
    this.findings = findings;
    try {
      parser = JSON.createParser(text.toCharArray());
      json = JSON.createGenerator(clean);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String scrub() {
    if (text.isEmpty() || text.equals(TextScanner.CUT)) {
      return text;
    }
    int mark = findings.mark();
    try (parser;
        json) {
      try {
        walk();
      } catch (JsonProcessingException e) {
        withholdRest();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is never out of reach
    } finally {
      findings.leave(mark);
    }
    return clean.toString();
  }

  private void walk() throws IOException {
    if (parser.nextToken() != null) {
      value(null);
    }
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "a second value");
    }
  }

  /** Says what is missing where it is, or in place of all if nothing was written. */
  private void withholdRest() throws IOException {
    boolean isOurs = !isWhole && parser.currentLocation().getCharOffset() >= text.length();
    if (!isOurs) {
      findings.withheld();
    }
    String marker = isOurs ? TextScanner.CUT : Rule.FAILED;
    JsonStreamContext place = json.getOutputContext();
    if (place.inRoot()) {
      clean.append(place.getEntryCount() == 0 ? marker : "");
      return;
    }
    if (place.inObject() && !isNamed) {
      json.writeFieldName(marker);
    }
    json.writeString(marker);
  }

  /** Copies the value at hand, which stands under {@code key} if that is not null. */
  private void value(@Nullable String key) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      json.writeNull();
    } else if (key != null && isHidden(key, token)) {
      hide(token);
    } else {
      show(token);
    }
    isNamed = false;
  }

  private boolean isHidden(String key, JsonToken token) throws IOException {
    return fields.hides(key, isText(token) ? parser.getText() : null);
  }

  private static boolean isText(JsonToken token) {
    return token.isNumeric() || token == JsonToken.VALUE_STRING;
  }

  private void hide(JsonToken token) throws IOException {
    String hidden = isText(token) ? parser.getText() : "{}";
    parser.skipChildren();
    json.writeString(FieldScrubber.masked(Rule.KEY, hidden, findings));
  }

  private void show(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT, START_ARRAY -> tree(token);
      case VALUE_TRUE, VALUE_FALSE -> json.writeBoolean(token == JsonToken.VALUE_TRUE);
      case VALUE_STRING -> json.writeString(fields.scrub(parser.getText(), findings));
      default -> number(parser.getText());
    }
  }

  /** Keeps a number's text, unless it looks like a card's or may be the beginning of one. */
  private void number(String number) throws IOException {
    if (!isSettled()) {
      throw new JsonParseException(parser, "a number without an end");
    }
    String shown = fields.scrub(number, findings);
    if (shown.equals(number)) {
      json.writeNumber(number);
    } else {
      json.writeString(shown);
    }
  }

  private boolean isSettled() {
    int at = (int) parser.currentLocation().getCharOffset();
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return depth == 0
        ? isWhole && at == text.length()
        : at < text.length() && ",]}".indexOf(text.charAt(at)) >= 0;
  }

  private void tree(JsonToken start) throws IOException {
    if (depth == DEEPEST) {
      parser.skipChildren();
      json.writeString(TextScanner.CUT);
      return;
    }
    depth++;
    isNamed = false;
    if (start == JsonToken.START_OBJECT) {
      object();
    } else {
      array();
    }
    depth--;
  }

  private void object() throws IOException {
    json.writeStartObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = TextScanner.cut(parser.currentName());
      String shown = fields.scrub(name, findings);
      json.writeFieldName(shown);
      isNamed = true;
      int mark = findings.enter(shown);
      parser.nextToken();
      value(name);
      findings.leave(mark);
    }
    json.writeEndObject();
  }

  private void array() throws IOException {
    json.writeStartArray();
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      int mark = findings.enter(String.valueOf(i));
      value(null);
      findings.leave(mark);
    }
    json.writeEndArray();
  }
}
