package dev.whence.scrub.body;

/** Reads pieces of JSON (RFC 8259) where they stand in a text. */
public final class JsonStrings {
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";
  private static final String LETTERS = "\"\\/bfnrt";

  private JsonStrings() {}

  /** Whether {@code c} is white space, or the mark that begins some files. */
  static boolean isBlank(char c) {
    boolean isLow = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    return c <= ' ' ? isLow : c == '\uFEFF';
  }

  static int blanksEnd(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '/' && isComment(text, end)) {
        end = commentEnd(text, end);
      } else if (isBlank(c)) {
        end++;
      } else {
        return end;
      }
    }
    return end;
  }

  /** Whether a comment begins there, which some dialects allow. */
  static boolean isComment(String text, int at) {
    return text.startsWith("//", at) || text.startsWith("/*", at);
  }

  static int commentEnd(String text, int at) {
    boolean isLine = text.charAt(at + 1) == '/';
    int end = isLine ? text.indexOf('\n', at) : text.indexOf("*/", at + 2) + 2;
    return end < (isLine ? 0 : 2) ? text.length() : end;
  }

  /** Returns where the last character stands that is not blank, 0 if all are. */
  static int lastMark(CharSequence text) {
    int last = text.length() - 1;
    while (last > 0 && isBlank(text.charAt(last))) {
      last--;
    }
    return last;
  }

  /** Returns where the quote stands that closes the string from {@code start}, or the end. */
  static int end(String text, int start) {
    int length = text.length();
    int end = start;
    while (end < length) {
      char c = text.charAt(end);
      if (c == '"') {
        return end;
      }
      end += c == '\\' ? 2 : 1;
    }
    return length;
  }

  /** Returns where the object or list ends that opens at {@code open}, or the end of the text. */
  static int treeEnd(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = end(text, i + 1);
      } else if (c == '{' || c == '[') {
        depth++;
      } else if ((c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Returns the end of the number or word that begins at {@code start}. */
  static int scalarEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isScalar(text.charAt(end))) {
      end++;
    }
    boolean isDone =
        end == text.length() || isBlank(text.charAt(end)) || ",]}".indexOf(text.charAt(end)) >= 0;
    return isDone ? end : start;
  }

  private static boolean isScalar(char c) {
    boolean isSign = c == '-' || c == '.' || c == '+' || c == 'E';
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || isSign;
  }

  /** Whether true, false or null is there, or what is left of it at the end. */
  static boolean isWord(String text, int start, int end) {
    String word = text.substring(start, end);
    boolean isCut = end == text.length();
    return word.equals("true")
        || word.equals("false")
        || word.equals("null")
        || (isCut
            && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word)));
  }

  /** Returns what the string from {@code start} to {@code end} says. */
  public static String plain(String text, int start, int end) {
    return plain(text, start, start, end);
  }

  /** Does the same, where no escape is before {@code plainEnd}. */
  static String plain(String text, int start, int plainEnd, int end) {
    for (int i = plainEnd; i < end; i++) {
      if (text.charAt(i) == '\\') {
        return unescaped(text, start, i, end);
      }
    }
    return text.substring(start, end);
  }

  private static String unescaped(String text, int start, int firstEscape, int end) {
    StringBuilder plain = new StringBuilder(end - start);
    int copied = start;
    int i = firstEscape;
    while (i < end) {
      if (text.charAt(i) != '\\' || i + 1 == end) {
        i++;
        continue;
      }
      plain.append(text, copied, i);
      char letter = text.charAt(i + 1);
      int known = LETTERS.indexOf(letter);
      int code = letter == 'u' && i + 6 <= end ? hex(text, i + 2) : -1;
      if (code >= 0) {
        plain.append((char) code);
        i += 6;
      } else {
        plain.append(known >= 0 ? ESCAPED.charAt(known) : letter);
        i += 2;
      }
      copied = i;
    }
    return plain.append(text, copied, end).toString();
  }

  private static int hex(String text, int start) {
    int code = 0;
    for (int i = start; i < start + 4; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  /** Returns {@code text} as it stands between quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = c == '/' ? -1 : ESCAPED.indexOf(c);
      if (known >= 0) {
        quoted.append('\\').append(LETTERS.charAt(known));
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }
}
