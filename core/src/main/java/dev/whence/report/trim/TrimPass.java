package dev.whence.report.trim;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies one event without what a step, and those before it, leave out. Contexts come last, since
 * they hold the note of what is missing. Used once.
 */
final class TrimPass {
  private static final String DOTS = "...";

  private final byte[] json;
  private final TrimStep step;
  private final JsonGenerator out;
  private final Set<TrimStep> effects = EnumSet.noneOf(TrimStep.class);

  /** Where the objects begin that are written last. */
  private final Map<String, Integer> heldBack = new HashMap<>();

  // where the copying is
  private JsonParser in;
  private int origin;
  private boolean isBetween;

  TrimPass(byte[] json, TrimStep step, JsonGenerator out) throws IOException {
    this.json = json;
    this.step = step;
    this.out = out;
    this.in = parser(0);
  }

  void run() throws IOException {
    try (JsonParser all = in) {
      if (all.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("event is no JSON object");
      }
      out.writeStartObject();
      members("");
      if (all.nextToken() != null) {
        throw new IOException("event has something behind its JSON object");
      }
      contexts();
      out.writeEndObject();
    }
  }

  private void contexts() throws IOException {
    out.writeObjectFieldStart("contexts");
    membersHeldBack(TrimRules.CONTEXTS);
    out.writeObjectFieldStart("whence");
    membersHeldBack(TrimRules.OWN_CONTEXT);
    out.writeArrayFieldStart(TrimRules.NOTE);
    for (TrimStep effect : effects) {
      out.writeString(effect.wireName());
    }
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndObject();
  }

  private void membersHeldBack(String place) throws IOException {
    Integer start = heldBack.get(place);
    if (start == null) {
      return;
    }
    try (JsonParser held = parser(start)) {
      in = held;
      origin = start;
      held.nextToken();
      members(place);
    }
  }

  /** Copies what follows up to the end of an object. */
  private void members(String place) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      String member = TrimRules.member(place, name);
      TrimStep end = TrimRules.end(place, member, isBetween);
      if (end != null && step.includes(end)) {
        in.skipChildren();
        note(member, end);
      } else if (member.equals(TrimRules.CONTEXTS) || member.equals(TrimRules.OWN_CONTEXT)) {
        holdBack(member);
      } else {
        out.writeFieldName(name);
        value(member);
      }
    }
  }

  /** Remembers an object; anything else has no place there. */
  private void holdBack(String member) throws IOException {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      heldBack.put(member, position());
    }
    in.skipChildren();
  }

  private void note(String member, TrimStep effect) {
    if (!member.endsWith('.' + TrimRules.NOTE)) {
      effects.add(effect);
    }
  }

  private void value(String place) throws IOException {
    switch (in.currentToken()) {
      case START_OBJECT -> {
        out.writeStartObject();
        members(place);
        out.writeEndObject();
      }
      case START_ARRAY -> array(place);
      case VALUE_STRING -> text(place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getText());
      default -> out.copyCurrentEvent(in);
    }
  }

  private void array(String place) throws IOException {
    out.writeStartArray();
    TrimStep choosing = choosing(place);
    if (choosing != null && step.includes(choosing)) {
      chosenElements(place, choosing);
    } else {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        value(place);
      }
    }
    out.writeEndArray();
  }

  private void chosenElements(String place, TrimStep choosing) throws IOException {
    BitSet chosen = chosen(place);
    for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
      if (choosing == TrimStep.EXCEPTIONS) {
        isBetween = !chosen.get(i);
        value(place);
        isBetween = false;
      } else if (chosen.get(i)) {
        value(place);
      } else {
        in.skipChildren();
        effects.add(choosing);
      }
    }
  }

  /** Returns the step that does not treat all elements of the array at {@code place} alike. */
  private static @Nullable TrimStep choosing(String place) {
    if (TrimRules.areFrames(place)) {
      return TrimStep.FRAMES;
    }
    return switch (place) {
      case TrimRules.BREADCRUMBS -> TrimStep.OLD_BREADCRUMBS;
      case TrimRules.EXCEPTIONS -> TrimStep.EXCEPTIONS;
      default -> null;
    };
  }

  private BitSet chosen(String place) throws IOException {
    try (JsonParser ahead = parser(position())) {
      ahead.nextToken();
      return switch (place) {
        case TrimRules.BREADCRUMBS -> Lookahead.newestBreadcrumbs(ahead);
        case TrimRules.EXCEPTIONS -> Lookahead.outermostAndRoot(ahead);
        default -> Lookahead.telling(ahead);
      };
    }
  }

  private void text(String place) throws IOException {
    String text = in.getText();
    TrimStep cutting = TrimRules.cutting(place, step);
    int length = TrimRules.length(place, cutting, isBetween);
    if (text.length() <= length) {
      out.writeString(text);
      return;
    }
    effects.add(cutting);
    int end = length - DOTS.length();
    end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
    out.writeString(text.substring(0, end) + DOTS);
  }

  private JsonParser parser(int start) throws IOException {
    return EventTrimmer.JSON.createParser(json, start, json.length - start);
  }

  /** Returns where the value begins that the parser has come to. */
  private int position() throws IOException {
    long offset = in.currentTokenLocation().getByteOffset();
    if (offset < 0) {
      throw new IOException("event is not in UTF-8");
    }
    return origin + (int) offset;
  }
}
