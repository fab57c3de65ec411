package dev.whence.jdbc.sql;

import org.jspecify.annotations.Nullable;

/**
 * Shortens lists while they are written: elements like the one before are taken back, in what
 * follows {@code IN}, in brackets, and among the rows of {@code VALUES}. For one thread.
 *
 * <p>Each element is compared once with the one before, so that all of it costs in proportion to
 * what is written.
 */
final class Lists {
  /** Lists in more parentheses than these are left as they are. */
  private static final int DEEPEST = 32;

  static final int NONE = -1;

  private final StringBuilder out;
  private final @Nullable Nesting[] nestings = new Nesting[DEEPEST];
  private int depth;
  private Keyword last = Keyword.OTHER;

  Lists(StringBuilder out) {
    this.out = out;
  }

  /** Says whether a parenthesis here would open a list of values. */
  boolean isAnnounced() {
    return last == Keyword.IN || isValues(last);
  }

  void word(Keyword keyword) {
    if (isValues(keyword)) {
      nesting().beginRows();
    } else {
      nesting().take(keyword == Keyword.SELECT);
    }
    last = keyword;
  }

  void other() {
    nesting().take(false);
    last = Keyword.OTHER;
  }

  void open(char mark) {
    nesting().beginRow(out.length());
    boolean isList = mark == '[' || last == Keyword.IN;
    out.append(mark);
    depth++;
    nesting().begin(isList ? out.length() : NONE);
    last = Keyword.OTHER;
  }

  void separator() {
    endElement();
    out.append(", ");
    nesting().beginElement(out.length());
    last = Keyword.OTHER;
  }

  void close(char mark) {
    endElement();
    out.append(mark);
    depth = Math.max(0, depth - 1);
    nesting().endRow(out);
    last = Keyword.OTHER;
  }

  /** Ends what is still open; an element that is not whole goes if there was one before. */
  void end(boolean isWhole) {
    endElement();
    for (int i = 0; !isWhole && i <= Math.min(depth, DEEPEST - 1); i++) {
      Nesting nesting = nestings[i];
      if (nesting != null && nesting.cut(out)) {
        return;
      }
    }
  }

  private static boolean isValues(Keyword keyword) {
    return keyword == Keyword.VALUES || keyword == Keyword.VALUE;
  }

  private void endElement() {
    nesting().endElement(out);
  }

  private Nesting nesting() {
    int at = Math.min(depth, DEEPEST - 1);
    Nesting nesting = nestings[at];
    if (nesting == null) {
      nesting = new Nesting();
      nestings[at] = nesting;
    }
    return nesting;
  }
}
