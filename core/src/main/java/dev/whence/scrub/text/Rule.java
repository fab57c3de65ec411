package dev.whence.scrub.text;

import java.util.List;

/** Why something was masked, and what stands in its place. */
public enum Rule {
  KEY("key", "[Filtered]"),
  CREDENTIAL("credential", "[Filtered]"),
  COOKIE("cookie", "[Filtered]"),
  PRINCIPAL("principal", "[Filtered]"),
  EMAIL("email", "[EMAIL]"),
  PHONE("phone", "[PHONE]"),
  CARD("card", "[CARD]");

  /** What a field holds that could not be scrubbed. */
  public static final String FAILED = "[Scrub failed]";

  private static final List<String> MARKERS =
      List.of("[Filtered]", "[EMAIL]", "[PHONE]", "[CARD]", FAILED);

  private final String id;
  private final String marker;

  Rule(String id, String marker) {
    this.id = id;
    this.marker = marker;
  }

  public String id() {
    return id;
  }

  public String marker() {
    return marker;
  }

  public static boolean isMarker(CharSequence text) {
    return markerAt(text, 0) == text.length() && text.length() > 0;
  }

  /** Returns the length of the marker that begins at {@code at}, 0 if none does. */
  static int markerAt(CharSequence text, int at) {
    if (at >= text.length() || text.charAt(at) != '[') {
      return 0;
    }
    for (String marker : MARKERS) {
      if (Chars.startsWith(text, at, marker)) {
        return marker.length();
      }
    }
    return 0;
  }

  /** Hears of everything that is masked. */
  public interface Sink {
    void hit(Rule rule);
  }
}
