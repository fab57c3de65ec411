package dev.whence.scrub.text;

/**
 * Why something was masked, and what stands in its place.
 *
 * @param id what events and counters call it
 * @param marker what stands in place of what it masks
 */
public record Rule(String id, String marker) {
  /** The name of the field is sensitive. */
  public static final Rule KEY = new Rule("key", "[Filtered]");

  /** A cookie's value, whatever its name is. */
  public static final Rule COOKIE = new Rule("cookie", "[Filtered]");

  /** The name under which somebody logged in. */
  public static final Rule PRINCIPAL = new Rule("principal", "[Filtered]");

  /** A preset drops this part of the event. */
  public static final Rule PRESET = new Rule("preset", "[Filtered]");

  /** A field whose values are joined by pseudonyms. */
  public static final Rule JOIN = new Rule("join", "[Filtered]");

  public static final Rule CREDENTIAL = new Rule("credential", "[Filtered]");
  public static final Rule EMAIL = new Rule("email", "[EMAIL]");
  public static final Rule PHONE = new Rule("phone", "[PHONE]");
  public static final Rule CARD = new Rule("card", "[CARD]");
  public static final Rule IBAN = new Rule("iban", "[IBAN]");
  public static final Rule SSN = new Rule("ssn", "[SSN]");
  public static final Rule JWT = new Rule("jwt", "[TOKEN]");
  public static final Rule PRIVATE_KEY = new Rule("private-key", "[KEY]");

  /** What a field holds that could not be scrubbed. */
  public static final String FAILED = "[Scrub failed]";

  /** What stands in place of a vendor's key. */
  public static final String KEY_MARKER = "[KEY]";

  private static final String[] MARKERS = {
    "[Filtered]", "[EMAIL]", "[PHONE]", "[CARD]", "[IBAN]", "[SSN]", "[TOKEN]", "[KEY]", FAILED
  };

  public static boolean isMarker(CharSequence text) {
    return text.length() > 0 && markerAt(text, 0) == text.length();
  }

  /** Whether something in {@code text} was masked. */
  public static boolean holdsMarker(String text) {
    for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
      if (markerAt(text, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the length of the marker that begins at {@code at}, 0 if none does. */
  public static int markerAt(CharSequence text, int at) {
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
    /** Takes note of {@code length} characters that {@code rule} masked. */
    void hit(Rule rule, int length);
  }
}
