package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/** Steps over the frames of a printed stack trace, whose class names are no secrets. */
final class Frames {
  private static final int NAME_LIMIT = 512;
  private static final int PLACE_LIMIT = 128;

  private static final boolean[] NAME = signs(".$/<>@-");
  private static final boolean[] PLACE = signs(".:-$<> ");
  private static final boolean[] JAR = signs(".:-?+ /");

  private Frames() {}

  /** Misses up to the end of the frame whose {@code at} stands at {@code at}. */
  static long find(CharSequence text, int at, int floor) {
    return Span.miss(end(text, at));
  }

  private static int end(CharSequence text, int at) {
    if (!Chars.startsWith(text, at, "at ") || !isIndented(text, at)) {
      return at;
    }
    int open = runEnd(text, at + 3, NAME_LIMIT, NAME);
    if (!Chars.startsWith(text, open, "(")) {
      return at;
    }
    int close = runEnd(text, open + 1, PLACE_LIMIT, PLACE);
    if (!Chars.startsWith(text, close, ")")) {
      return at;
    }
    return jarEnd(text, close + 1);
  }

  /** Returns the end of {@code ~[name.jar:1.0]} behind a frame. */
  private static int jarEnd(CharSequence text, int from) {
    int open = Chars.startsWith(text, from, " ~[") ? from + 3 : from + 2;
    if (open == from + 2 && !Chars.startsWith(text, from, " [")) {
      return from;
    }
    int close = runEnd(text, open, PLACE_LIMIT, JAR);
    return Chars.startsWith(text, close, "]") ? close + 1 : from;
  }

  private static boolean isIndented(CharSequence text, int at) {
    int lowest = Math.max(0, at - 16);
    int start = at;
    while (start > lowest && Chars.isBlank(text.charAt(start - 1))) {
      start--;
    }
    boolean isLineStart = start == 0 || Chars.isLineEnd(text.charAt(start - 1));
    return start < at && isLineStart;
  }

  private static int runEnd(CharSequence text, int from, int limit, boolean[] others) {
    int highest = Math.min(text.length(), from + limit);
    int end = from;
    while (end < highest && isIn(text.charAt(end), others)) {
      end++;
    }
    return end;
  }

  private static boolean isIn(char c, boolean[] others) {
    return Chars.isWord(c) || (c < others.length && others[c]);
  }

  private static boolean[] signs(String signs) {
    boolean[] table = new boolean[128];
    for (int i = 0; i < signs.length(); i++) {
      table[signs.charAt(i)] = true;
    }
    return table;
  }
}
