package dev.whence.scrub.body;

import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.PairRole;
import dev.whence.scrub.text.Rule;
import java.util.Map;

/**
 * Finds values that are named beside them: {@code {"name":"api_key","value":"x"}}, and in lists of
 * pairs {@code [["X-Auth-Token","x"]]}. Nothing else may be there, or it is something else.
 */
public final class NamedValues {
  private static final int LONGEST_NAME = 14;
  private static final int LONGEST_KEY = 128;
  private static final int MOST_MEMBERS = 8;

  /** How long a list may be that is passed over. */
  private static final int LONGEST_LIST = 1_024;

  /** How long one character may be with its escape. */
  private static final int ESCAPED = 6;

  private static final int NOWHERE = -1;

  private NamedValues() {}

  /** Whether {@code map} names a sensitive value; it is then the one under a name of values. */
  public static boolean isPair(Map<?, ?> map, FieldScrubber fields) {
    boolean isNamed = false;
    boolean hasValue = false;
    if (map.size() < 2 || map.size() > MOST_MEMBERS) {
      return false;
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String member = String.valueOf(entry.getKey());
      PairRole role = PairRole.of(member);
      if (role == PairRole.NAME && !isNamed && entry.getValue() instanceof String name) {
        isNamed = isSensitive(name, fields);
      } else if (role == PairRole.VALUE && !hasValue) {
        hasValue = true;
      } else if (role != PairRole.OTHER) {
        return false;
      }
    }
    return isNamed && hasValue;
  }

  public static boolean isValue(String member) {
    return PairRole.of(member) == PairRole.VALUE;
  }

  public static boolean isSensitive(String name, FieldScrubber fields) {
    int path = name.lastIndexOf('/') + 1;
    return name.length() <= LONGEST_KEY
        && isName(name)
        && fields.decide(name.substring(path)).hidesTree()
        && fields.isClean(name);
  }

  /** Whether nothing but a name stands there, perhaps behind a path. */
  private static boolean isName(String text) {
    return !Rule.holdsMarker(text)
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.$/ []".indexOf(c) >= 0);
  }

  /** Whether {@code text} is a flag of a command line that announces a secret. */
  public static boolean isFlag(String text, FieldScrubber fields) {
    return text.startsWith("--") && text.indexOf('=') < 0 && isSensitive(text.substring(2), fields);
  }

  /**
   * Returns where the value stands in the object whose first member is at {@code first}, -1 if it
   * names none.
   */
  static int inObject(String text, int first, FieldScrubber fields) {
    boolean isNamed = false;
    int found = NOWHERE;
    int at = first;
    for (int members = 0; members < MOST_MEMBERS; members++) {
      int memberEnd = shortStringEnd(text, at, LONGEST_NAME);
      int value = memberEnd < 0 ? NOWHERE : behind(text, memberEnd + 1, ':');
      if (value < 0) {
        return NOWHERE;
      }
      PairRole role = role(text, at + 1, memberEnd);
      if (role == PairRole.VALUE && found < 0) {
        found = value;
      } else if (role == PairRole.NAME && !isNamed) {
        int nameEnd = shortStringEnd(text, value, LONGEST_KEY);
        isNamed = nameEnd > 0 && isSensitive(JsonStrings.plain(text, value + 1, nameEnd), fields);
        if (!isNamed) {
          return NOWHERE;
        }
      } else if (role != PairRole.OTHER) {
        return NOWHERE;
      }
      int end = role == PairRole.OTHER ? otherEnd(text, value) : valueEnd(text, value);
      at = behind(text, end, ',');
      if (at < 0) {
        return isNamed && behind(text, end, '}') > 0 ? found : NOWHERE;
      }
    }
    return NOWHERE;
  }

  /** Returns where the value of the pair stands that opens at {@code open}, -1 if it is none. */
  static int inList(String text, int open, FieldScrubber fields) {
    int name = JsonStrings.blanksEnd(text, open + 1);
    int nameEnd = shortStringEnd(text, name, LONGEST_KEY);
    int value = nameEnd < 0 ? NOWHERE : behind(text, nameEnd + 1, ',');
    if (value < 0 || behind(text, valueEnd(text, value), ']') < 0) {
      return NOWHERE;
    }
    int valueEnd = shortStringEnd(text, value, LONGEST_KEY);
    boolean isName = valueEnd > 0 && isSensitive(text.substring(value + 1, valueEnd), fields);
    return !isName && isSensitive(text.substring(name + 1, nameEnd), fields) ? value : NOWHERE;
  }

  private static PairRole role(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '\\') {
        String member = JsonStrings.plain(text, start, end);
        return PairRole.of(member);
      }
    }
    return PairRole.of(text.substring(start, end));
  }

  /** Returns where the string at {@code at} ends, -1 if none is there or it is longer. */
  private static int shortStringEnd(String text, int at, int longest) {
    if (at >= text.length() || text.charAt(at) != '"') {
      return NOWHERE;
    }
    int highest = Math.min(text.length(), at + ESCAPED * longest);
    int i = at + 1;
    while (i < highest && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < highest ? i : NOWHERE;
  }

  /** Returns what comes behind {@code mark}, which is the next to come; -1 if it is not. */
  private static int behind(String text, int from, char mark) {
    int at = JsonStrings.blanksEnd(text, from);
    boolean isThere = at < text.length() && text.charAt(at) == mark;
    return isThere ? JsonStrings.blanksEnd(text, at + 1) : NOWHERE;
  }

  /** Returns the end of the string or scalar at {@code at}; a tree has no end here. */
  private static int valueEnd(String text, int at) {
    boolean isString = at < text.length() && text.charAt(at) == '"';
    return isString
        ? JsonStrings.end(text, at + 1) + 1
        : JsonStrings.scalarEnd(text, Math.min(at, text.length()));
  }

  /** Returns the end of a value that may be a short list. */
  private static int otherEnd(String text, int at) {
    boolean isList = at < text.length() && text.charAt(at) == '[';
    int highest = Math.min(text.length(), at + LONGEST_LIST);
    return isList ? at + JsonStrings.treeEnd(text.substring(at, highest), 0) : valueEnd(text, at);
  }
}
