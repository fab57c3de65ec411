package dev.whence.scrub.assign;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Finds the literals of sensitive columns in {@code INSERT INTO t (id, password) VALUES (1, 'x')}.
 * Masks from the first one to the last, in all rows: what is between goes with them.
 */
public final class SqlValues {
  private static final int COLUMNS_LIMIT = 1_024;
  private static final int ROWS_LIMIT = 1 << 16;
  private static final int CALL_LIMIT = 1_024;
  private static final int MOST_COLUMNS = 64;

  private final KeyRules keys;

  public SqlValues(KeyRules keys) {
    this.keys = keys;
  }

  /** Looks for rows behind the word that begins at {@code at}. */
  public long find(CharSequence text, int at, int floor) {
    int end = Chars.wordEnd(text, at);
    int close = Chars.blanksStart(text, at, floor) - 1;
    boolean isValues = Chars.isWordAt(text, at, end, "values")
        && close > floor
        && text.charAt(close) == ')'
        && Chars.startsWith(text, Chars.blanksEnd(text, end), "(");
    long columns = isValues ? columns(text, close, floor) : 0;
    return columns == 0 ? Span.miss(at) : rows(text, Chars.blanksEnd(text, end), columns);
  }

  /** Returns a bit for each sensitive column of the list that ends at {@code close}. */
  private long columns(CharSequence text, int close, int floor) {
    int lowest = Math.max(floor, close - COLUMNS_LIMIT);
    int open = close - 1;
    while (open > lowest && text.charAt(open) != '(' && text.charAt(open) != ')') {
      open--;
    }
    if (text.charAt(open) != '(') {
      return 0;
    }
    long sensitive = 0;
    int column = 0;
    int start = open + 1;
    for (int i = start; i <= close && column < MOST_COLUMNS; i++) {
      if (i == close || text.charAt(i) == ',') {
        boolean isHidden = decide(text, start, i).hidesTree();
        sensitive |= isHidden ? 1L << column : 0;
        column++;
        start = i + 1;
      }
    }
    return sensitive;
  }

  private Decision decide(CharSequence text, int start, int end) {
    return keys.decide(text, start, end);
  }

  private static long rows(CharSequence text, int open, long columns) {
    int first = -1;
    int last = -1;
    int column = 0;
    int start = open + 1;
    int highest = Math.min(text.length(), open + ROWS_LIMIT);
    int i = start;
    while (i < highest) {
      char c = text.charAt(i);
      boolean isBorder = c == ',' || c == ')';
      if (isBorder && has(columns, column) && isLiteral(text, start, i)) {
        first = first < 0 ? literalStart(text, start) : first;
        last = literalEnd(text, literalStart(text, start), i);
      }
      if (c == '\'') {
        i = quoteEnd(text, i, highest);
      } else if (c == '(') {
        int limit = Math.min(highest, i + CALL_LIMIT);
        i = callEnd(text, i, limit);
        highest = i < limit ? highest : limit;
      } else if (c == ',') {
        column++;
        start = i + 1;
      } else if (c == ')') {
        int next = nextRow(text, i);
        if (next < 0) {
          break;
        }
        column = 0;
        start = next + 1;
        i = next;
      }
      i++;
    }
    if (i >= highest && has(columns, column)) {
      first = first < 0 ? literalStart(text, start) : first;
      last = highest;
    }
    return first < 0 || last <= first ? Span.miss(open) : Span.hit(first, last);
  }

  private static boolean has(long columns, int column) {
    return column < MOST_COLUMNS && (columns >> column & 1) != 0;
  }

  /** Returns where the call ends whose parenthesis opens at {@code open}, or {@code highest}. */
  private static int callEnd(CharSequence text, int open, int highest) {
    int depth = 1;
    int end = open;
    while (depth > 0 && ++end < highest) {
      char c = text.charAt(end);
      if (c == '\'') {
        end = quoteEnd(text, end, highest);
      } else if (c == '(' || c == ')') {
        depth += c == '(' ? 1 : -1;
      }
    }
    return end;
  }

  private static int quoteEnd(CharSequence text, int open, int highest) {
    int end = open + 1;
    while (end < highest && text.charAt(end) != '\'') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }

  /** Returns where the next row opens behind the one that closes at {@code close}, -1 for none. */
  private static int nextRow(CharSequence text, int close) {
    int comma = skipSpace(text, close + 1);
    int open = Chars.startsWith(text, comma, ",") ? skipSpace(text, comma + 1) : comma;
    return open > comma && Chars.startsWith(text, open, "(") ? open : -1;
  }

  private static int skipSpace(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && at - from < 8 && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int literalStart(CharSequence text, int from) {
    int start = skipSpace(text, from);
    return Chars.startsWith(text, start, "'") ? start + 1 : start;
  }

  private static int literalEnd(CharSequence text, int start, int border) {
    int end = border;
    while (text.charAt(end - 1) <= ' ') {
      end--;
    }
    boolean isQuoted = text.charAt(start - 1) == '\'' && text.charAt(end - 1) == '\'';
    return isQuoted ? end - 1 : end;
  }

  /** Whether a value stands there: not NULL, a parameter, a marker or nothing. */
  private static boolean isLiteral(CharSequence text, int from, int border) {
    int start = literalStart(text, from);
    int end = literalEnd(text, start, border);
    return start < end
        && text.charAt(start) != '?'
        && text.charAt(start) != ':'
        && text.charAt(start) != '$'
        && Rule.markerAt(text, start) == 0
        && !Chars.isWordAt(text, start, end, "null");
  }
}
