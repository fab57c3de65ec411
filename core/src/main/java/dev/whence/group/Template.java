package dev.whence.group;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a message with {@code #} in place of each value: quoted or bracketed text, what
 * follows an equals sign, and words with digits or an at sign in them. Values that follow each
 * other are one, so that lists of any length are the same. For one thread.
 */
final class Template {
  private static final char VALUE = '#';
  private static final int LONGEST = 512;
  private static final String OPENING = "[{\"'`“‘«";
  private static final String CLOSING = "]}\"'`”’»";

  /** What ends a word, besides blanks. */
  private static final String BREAKS = "[]{}\"'`“”‘’«»,;=()|<>!";

  private static final String ENDS_ADDRESS = "\"'<>[]{}()";

  /** What may stand between values that are one. */
  private static final String BETWEEN = " ,;:/.-+_\\\t";

  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 599;

  private final String line;
  private final Names names;
  private final StringBuilder out = new StringBuilder();

  /** For each kind of quote or bracket, whether none is closed from here on. */
  private final boolean[] isUnclosed = new boolean[OPENING.length()];

  /** The last word of letters, until a value follows it. */
  private String announcing = "";

  private int at;

  Template(String line, Names names) {
    this.line = line;
    this.names = names;
  }

  String text() {
    while (at < line.length() && out.length() <= LONGEST) {
      step();
    }
    if (out.length() > LONGEST) {
      out.setLength(LONGEST);
    }
    return out.toString().strip();
  }

  private void step() {
    char c = line.charAt(at);
    int kind = OPENING.indexOf(c);
    int end = kind < 0 ? -1 : closing(kind);
    if (end > 0) {
      value();
      at = end + 1;
    } else if (c == '=') {
      assignment();
    } else if (isBreak(c)) {
      out.append(c <= ' ' ? ' ' : c);
      at++;
    } else {
      word();
    }
  }

  /** Returns where the quote or bracket that opens here is closed, -1 if it is not. */
  private int closing(int kind) {
    if (isUnclosed[kind] || !mayOpen(kind)) {
      return -1;
    }
    char opening = OPENING.charAt(kind);
    char closing = CLOSING.charAt(kind);
    int depth = 0;
    for (int i = at + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == closing && mayClose(kind, i)) {
        if (depth == 0) {
          return i;
        }
        depth--;
      } else if (c == opening && opening != closing) {
        depth++;
      }
    }
    isUnclosed[kind] = true;
    return -1;
  }

  /** An apostrophe within a word is no quote. */
  private boolean mayOpen(int kind) {
    return !isSingle(kind) || at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
  }

  private boolean mayClose(int kind, int i) {
    return !isSingle(kind)
        || i + 1 == line.length()
        || !Character.isLetterOrDigit(line.charAt(i + 1));
  }

  private static boolean isSingle(int kind) {
    return CLOSING.charAt(kind) == '\'' || CLOSING.charAt(kind) == '’';
  }

  private void assignment() {
    out.append('=');
    at++;
    if (at < line.length() && line.charAt(at) == ' ') {
      out.append(' ');
      at++;
    }
    int end = wordEnd();
    if (end > at) {
      String status = statusOf(line.substring(at, end));
      append(status);
      at = end;
    }
  }

  private void word() {
    int end = wordEnd();
    String word = line.substring(at, end);
    at = end;
    if (!isValue(word)) {
      out.append(word);
      if (Character.isLetter(word.charAt(0))) {
        announcing = withoutMarks(word);
      }
    } else if (word.contains("://")) {
      value();
      at = addressEnd();
    } else if (word.indexOf('@') >= 0 && !isObject(word)) {
      value();
    } else if (isObject(word)) {
      out.append(names.type(word.substring(0, word.indexOf('@')))).append('@');
      value();
    } else if (isClass(word)) {
      out.append(names.type(word));
    } else {
      segments(word);
    }
  }

  private int wordEnd() {
    int end = at;
    while (end < line.length() && !isBreak(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBreak(char c) {
    return c <= ' ' || BREAKS.indexOf(c) >= 0;
  }

  private static boolean isValue(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isDigit(c) || c == '@' || c == VALUE) {
        return true;
      }
    }
    return word.contains("://");
  }

  private static String withoutMarks(String word) {
    int end = word.length();
    while (end > 0 && !Character.isLetter(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  /** Addresses go on behind what ends other words. */
  private int addressEnd() {
    int end = at;
    while (end < line.length()
        && line.charAt(end) > ' '
        && ENDS_ADDRESS.indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** {@code org.example.Order@1f2e3d}, what a class says that has no text of its own. */
  private static boolean isObject(String word) {
    int sign = word.lastIndexOf('@');
    if (sign <= 0 || sign == word.length() - 1 || !isName(word, sign)) {
      return false;
    }
    if (!Character.isUpperCase(word.charAt(word.lastIndexOf('.', sign) + 1))) {
      return false;
    }
    for (int i = sign + 1; i < word.length(); i++) {
      if (Character.digit(word.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A class in a package, such as {@code java.util.Base64}. */
  private static boolean isClass(String word) {
    int dot = word.lastIndexOf('.');
    return dot > 0
        && word.indexOf('.') < dot
        && dot + 1 < word.length()
        && Character.isUpperCase(word.charAt(dot + 1))
        && isName(word, word.length());
  }

  private static boolean isName(String word, int end) {
    boolean isStart = true;
    for (int i = 0; i < end; i++) {
      char c = word.charAt(i);
      boolean isPart = c == '.' ? !isStart : Character.isJavaIdentifierPart(c);
      if (!isPart || (isStart && MethodNames.isDigit(c))) {
        return false;
      }
      isStart = c == '.';
    }
    return end > 0;
  }

  /** Parts of paths, times and the like, each by itself. */
  private void segments(String word) {
    int start = 0;
    for (int i = 0; i <= word.length(); i++) {
      boolean isEnd = i == word.length() || "/:\\?&".indexOf(word.charAt(i)) >= 0;
      if (isEnd) {
        segment(word.substring(start, i));
        if (i < word.length()) {
          out.append(word.charAt(i));
        }
        start = i + 1;
      }
    }
  }

  private void segment(String segment) {
    int end = segment.length();
    while (end > 0 && segment.charAt(end - 1) == '.') {
      end--;
    }
    String word = segment.substring(0, end);
    if (isValue(word)) {
      append(statusOf(word));
    } else {
      out.append(word);
      if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
        announcing = withoutMarks(word);
      }
    }
    out.append(segment, end, segment.length());
  }

  /** Returns the status of an answer, which tells more than a number does; null for no such. */
  private @Nullable String statusOf(String word) {
    boolean isAnnounced = switch (announcing.toLowerCase(Locale.ROOT)) {
      case "http", "status", "code", "answered" -> true;
      default -> false;
    };
    boolean isStatus =
        isAnnounced && word.length() == 3 && MethodNames.isDigits(word, 0, word.length());
    if (!isStatus) {
      return null;
    }
    int status = Integer.parseInt(word);
    return status >= LOWEST_STATUS && status <= HIGHEST_STATUS ? word : null;
  }

  private void append(@Nullable String kept) {
    if (kept == null) {
      value();
    } else {
      out.append(kept);
      announcing = "";
    }
  }

  private void value() {
    int end = out.length();
    while (end > 0 && BETWEEN.indexOf(out.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > 0 && out.charAt(end - 1) == VALUE) {
      out.setLength(end);
    } else {
      out.append(VALUE);
    }
  }
}
