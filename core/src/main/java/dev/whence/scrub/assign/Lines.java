package dev.whence.scrub.assign;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/** Reads values of more than one line: blocks of YAML 1.2 and three quotes of TOML 1.0. */
final class Lines {
  private static final String TRIPLE = "\"\"\"";

  /** How long the mark may be that begins a block: {@code >2-}. */
  private static final int MARK_LIMIT = 3;

  private Lines() {}

  static boolean beginTriple(CharSequence text, int quote) {
    return Chars.startsWith(text, quote, TRIPLE);
  }

  /** Reads to the next three quotes, as in TOML, or to the end of the text. */
  static long inTriple(CharSequence text, int quote) {
    int start = quote + TRIPLE.length();
    int end = start;
    while (end < text.length() && !Chars.startsWith(text, end, TRIPLE)) {
      end++;
    }
    return Span.hit(start, end);
  }

  /** Reads the lines behind {@code |} or {@code >} in YAML that are indented like the first one. */
  static long block(CharSequence text, int mark) {
    int markEnd = Chars.lineEnd(text, mark, "", MARK_LIMIT);
    int line = nextLine(text, markEnd);
    int start = indentEnd(text, line);
    if (line == markEnd || start == line) {
      return Span.miss(markEnd);
    }
    int indent = start - line;
    int end = line;
    while (line < text.length() && indentEnd(text, line) - line >= indent) {
      end = Chars.lineEnd(text, line, "", text.length());
      line = nextLine(text, end);
    }
    return Span.hit(start, end);
  }

  private static int nextLine(CharSequence text, int lineEnd) {
    int next = Chars.startsWith(text, lineEnd, "\r") ? lineEnd + 1 : lineEnd;
    return Chars.startsWith(text, next, "\n") ? next + 1 : next;
  }

  private static int indentEnd(CharSequence text, int line) {
    int end = line;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }
}
