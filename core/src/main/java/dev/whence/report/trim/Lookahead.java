package dev.whence.report.trim;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Reads an array, from its first token on, to choose some of its elements, by their places. */
final class Lookahead {
  private static final int BREADCRUMBS = 10;
  private static final int END = 10;
  private static final int OWN = 10;

  private Lookahead() {}

  /** Chooses the newest, which come last. */
  static BitSet newestBreadcrumbs(JsonParser in) throws IOException {
    int count = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      in.skipChildren();
      count++;
    }
    return places(Math.max(0, count - BREADCRUMBS), count);
  }

  /** Chooses the frames at both ends and the latest of the application's own between them. */
  static BitSet telling(JsonParser in) throws IOException {
    BitSet own = new BitSet();
    int count = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      own.set(count++, isOwn(in));
    }
    BitSet chosen = places(0, Math.min(END, count));
    chosen.set(Math.max(0, count - END), count);
    own.andNot(chosen);
    int place = own.length() - 1;
    for (int i = 0; i < OWN && place >= 0; i++) {
      chosen.set(place);
      place = own.previousSetBit(place - 1);
    }
    return chosen;
  }

  private static boolean isOwn(JsonParser in) throws IOException {
    boolean isOwn = false;
    if (in.currentToken() == JsonToken.START_OBJECT) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        isOwn |= value == JsonToken.VALUE_TRUE && name.equals("in_app");
        in.skipChildren();
      }
    }
    return isOwn;
  }

  /** Chooses the outermost exception, which comes last, and the end of its chain of causes. */
  static BitSet outermostAndRoot(JsonParser in) throws IOException {
    Map<Integer, Mechanism> causes = new HashMap<>();
    Mechanism root = new Mechanism();
    int count = 0;
    for (; in.nextToken() != JsonToken.END_ARRAY; count++) {
      Mechanism mechanism = mechanism(in);
      mechanism.place = count;
      root = count == 0 || mechanism.id == 0 ? mechanism : root;
      if (mechanism.isCause && mechanism.parent >= 0) {
        causes.putIfAbsent(mechanism.parent, mechanism);
      }
    }
    for (int i = 0; i < count && causes.containsKey(root.id); i++) {
      root = causes.getOrDefault(root.id, root);
    }
    BitSet chosen = places(Math.max(0, count - 1), count);
    chosen.set(root.place);
    return chosen;
  }

  private static Mechanism mechanism(JsonParser in) throws IOException {
    Mechanism read = new Mechanism();
    if (in.currentToken() == JsonToken.START_OBJECT) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken() == JsonToken.START_OBJECT && name.equals("mechanism")) {
          read.members(in);
        }
        in.skipChildren();
      }
    }
    return read;
  }

  private static BitSet places(int from, int to) {
    BitSet places = new BitSet(to);
    places.set(from, to);
    return places;
  }

  /** How an exception belongs to another. */
  private static final class Mechanism {
    int place;
    int id = -1;
    int parent = -1;
    boolean isCause;

    void members(JsonParser in) throws IOException {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "type" -> isCause = "chained".equals(in.getText());
          case "exception_id" -> id = in.getValueAsInt(-1);
          case "parent_id" -> parent = in.getValueAsInt(-1);
          default -> in.skipChildren();
        }
      }
    }
  }
}
