package dev.whence.scrub.text;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides by a field's name whether its value may be seen.
 *
 * <p>Names are compared without regard to case and to {@code - _ . blank}. Immutable but for a
 * bounded cache of decisions, for many threads.
 */
public final class KeyRules {
  private static final int CACHED_KEYS = 1_024;
  private static final int CACHED_LENGTH = 64;
  private static final List<String> COOKIES = List.of("cookie", "cookies", "setcookie");
  private static final List<String> CLIENT_ADDRESSES = List.of(
      "xforwardedfor",
      "xoriginalforwardedfor",
      "xrealip",
      "xclientip",
      "xclusterclientip",
      "trueclientip",
      "cfconnectingip",
      "fastlyclientip");

  private final List<String> hidden;
  private final List<String> kept;
  private final Map<String, Decision> cache = new ConcurrentHashMap<>();

  /** Adds to the known names some to hide and some to keep, which win. */
  public KeyRules(List<String> hidden, List<String> kept) {
    this.hidden = hidden.stream().map(KeyRules::fold).toList();
    this.kept = kept.stream().map(KeyRules::fold).toList();
  }

  public Decision decide(String key) {
    Decision known = cache.get(key);
    if (known != null) {
      return known;
    }
    Decision decision = decide(key, 0, key.length());
    if (key.length() <= CACHED_LENGTH) {
      if (cache.size() >= CACHED_KEYS) {
        cache.clear();
      }
      cache.put(key, decision);
    }
    return decision;
  }

  /** Decides on the name that {@code text} holds from {@code start} to {@code end}. */
  Decision decide(CharSequence text, int start, int end) {
    if (Percent.hasEscape(text, start, end)) {
      String decoded = Percent.decode(text, start, end);
      return decidePlain(decoded, 0, decoded.length());
    }
    return decidePlain(text, start, end);
  }

  private Decision decidePlain(CharSequence text, int start, int end) {
    if (isOneOf(text, start, end, kept)) {
      return Decision.KEEP;
    }
    if (isOneOf(text, start, end, hidden) || isOneOf(text, start, end, CLIENT_ADDRESSES)) {
      return Decision.HIDE;
    }
    return isOneOf(text, start, end, COOKIES)
        ? Decision.HIDE_LINE
        : KeyWords.decide(text, start, end);
  }

  /** Whether the application itself asked for values under {@code key} to be seen. */
  public boolean isKept(String key) {
    return isOneOf(key, 0, key.length(), kept);
  }

  private static boolean isOneOf(CharSequence text, int start, int end, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (isFolded(text, start, end, names.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFolded(CharSequence text, int start, int end, String name) {
    int after = KeyWords.foldedEnd(text, start, end, name);
    while (after >= 0 && after < end && KeyWords.isDropped(text.charAt(after))) {
      after++;
    }
    return after == end;
  }

  private static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (!KeyWords.isDropped(name.charAt(i))) {
        folded.append(Chars.lower(name.charAt(i)));
      }
    }
    return folded.toString();
  }

  /** What becomes of the value under a name, the weakest first. */
  public enum Decision {
    KEEP,
    /** Hidden if it is an address; {@code mail} names many other things. */
    HIDE_ADDRESS,
    /** Hidden unless it is a small number, such as the 4096 of max_tokens. */
    HIDE_UNLESS_COUNT,
    HIDE,
    /** Hidden; in text the value may go on behind a blank, as phone numbers do. */
    HIDE_GROUPS,
    /** Hidden; in text the value goes to the end of the line. */
    HIDE_LINE;

    Decision or(Decision other) {
      return compareTo(other) >= 0 ? this : other;
    }

    /** Whether {@code value} is hidden under a name of this decision. */
    public boolean hides(String value) {
      return switch (this) {
        case KEEP -> false;
        case HIDE_ADDRESS -> value.indexOf('@') >= 0 || value.contains("%40");
        case HIDE_UNLESS_COUNT -> !isCount(value, 0, value.length());
        case HIDE, HIDE_GROUPS, HIDE_LINE -> true;
      };
    }

    /** Whether {@code text} holds a number of at most nine digits. */
    static boolean isCount(CharSequence text, int start, int end) {
      return start < end && end - start <= 9 && Chars.digitsEnd(text, start, 9) >= end;
    }
  }
}
