package dev.whence.trace.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code tracestate} (W3C Trace Context, 3.3): what other vendors keep with a trace,
 * handed on unchanged. Whence keeps nothing there. Immutable.
 */
public final class TraceState {
  public static final TraceState EMPTY = new TraceState("");

  private static final int MOST_MEMBERS = 32;
  private static final int MOST_CHARS = 512;
  private static final int LONG_MEMBER = 128;
  private static final int MOST_KEY_CHARS = 256;
  private static final int MOST_VALUE_CHARS = 256;

  /** Longer ones are no list of 32 members with the longest keys and values. */
  private static final int LONGEST_READ = MOST_MEMBERS * (MOST_KEY_CHARS + MOST_VALUE_CHARS + 16);

  private final String text;

  private TraceState(String text) {
    this.text = text;
  }

  /**
   * Reads a list; one that is malformed anywhere is empty.
   *
   * @param lines all lines of the header, joined by commas
   */
  public static TraceState parse(@Nullable String lines) {
    if (lines == null || lines.length() > LONGEST_READ) {
      return EMPTY;
    }
    List<String> members = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (String item : lines.split(",", -1)) {
      String member = trimmed(item);
      if (member.isEmpty()) {
        continue;
      }
      int equals = member.indexOf('=');
      if (equals < 0 || !isKey(member.substring(0, equals)) || !isValue(member, equals + 1)) {
        return EMPTY;
      }
      if (!keys.add(member.substring(0, equals)) || members.size() == MOST_MEMBERS) {
        return EMPTY;
      }
      members.add(member);
    }
    return members.isEmpty() ? EMPTY : new TraceState(fitting(members));
  }

  /** Optional white space is blanks and tabs alone. */
  private static String trimmed(String item) {
    int from = 0;
    int to = item.length();
    while (from < to && (item.charAt(from) == ' ' || item.charAt(from) == '\t')) {
      from++;
    }
    while (to > from && (item.charAt(to - 1) == ' ' || item.charAt(to - 1) == '\t')) {
      to--;
    }
    return item.substring(from, to);
  }

  /** Simple keys, and those of tenants with one {@code @} in them. */
  private static boolean isKey(String key) {
    if (key.isEmpty() || key.length() > MOST_KEY_CHARS || !isAlphanumeric(key.charAt(0))) {
      return false;
    }
    int at = key.indexOf('@');
    for (int i = 1; i < key.length(); i++) {
      char c = key.charAt(i);
      if (i != at && !isAlphanumeric(c) && "_-*/".indexOf(c) < 0) {
        return false;
      }
    }
    return at < 0 || isTenant(key, at);
  }

  private static boolean isTenant(String key, int at) {
    int system = key.length() - at - 1;
    return at <= 241 && system >= 1 && system <= 14 && isLetter(key.charAt(at + 1));
  }

  private static boolean isAlphanumeric(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Printable ASCII without comma and equals sign, and no blank at the end, which is trimmed. */
  private static boolean isValue(String member, int from) {
    int length = member.length() - from;
    if (length < 1 || length > MOST_VALUE_CHARS) {
      return false;
    }
    for (int i = from; i < member.length(); i++) {
      char c = member.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return false;
      }
    }
    return true;
  }

  /** Leaves out long members first, then the last ones (3.3.1.5, "tracestate Limits"). */
  private static String fitting(List<String> members) {
    List<String> kept = new ArrayList<>(members);
    for (int i = kept.size() - 1; i >= 0 && length(kept) > MOST_CHARS; i--) {
      if (kept.get(i).length() > LONG_MEMBER) {
        kept.remove(i);
      }
    }
    while (length(kept) > MOST_CHARS) {
      kept.remove(kept.size() - 1);
    }
    return String.join(",", kept);
  }

  private static int length(List<String> members) {
    return members.stream().mapToInt(member -> member.length() + 1).sum() - 1;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Returns the header's value. */
  @Override
  public String toString() {
    return text;
  }
}
