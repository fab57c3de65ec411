package dev.whence.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was captured of a request's body.
 *
 * @param text as much of the body as was kept, empty if none was
 * @param notes where the text is not the whole body, how much it is, such as {@code bytes_read};
 *     empty where it is
 */
public record Body(Kind kind, String text, Map<String, Object> notes) {
  /** What a body is, and so how secrets are found in it. */
  public enum Kind {
    JSON,
    /** Names and values, {@code a=1&b=2}. */
    FORM,
    TEXT,
    /** A line for each part of a multipart form: its name, size and type, never its content. */
    PARTS
  }

  public Body {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /** Returns a body of which nothing is missing. */
  public static Body whole(Kind kind, String text) {
    return new Body(kind, text, Map.of());
  }

  public boolean isWhole() {
    return notes.isEmpty();
  }

  public Body withText(String newText) {
    return new Body(kind, newText, notes);
  }
}
