package dev.whence.jdbc.sql;

/**
 * Finds where quoted text ends, and says {@link #UNKNOWN} where it is never closed or dialects
 * disagree. Each method looks at a character a bounded number of times.
 */
final class Quoted {
  static final int UNKNOWN = -1;
  private static final int LONGEST_TAG = 64;

  private final CharSequence sql;
  private final int end;

  Quoted(CharSequence sql, int end) {
    this.sql = sql;
    this.end = end;
  }

  /**
   * Returns the index behind text that begins and ends with the quote at {@code start}. A backslash
   * before a quote is part of the text for some, and keeps it open for others.
   */
  int text(int start) {
    char quote = sql.charAt(start);
    boolean isEscaped = false;
    for (int i = start + 1; i < end; i++) {
      char c = sql.charAt(i);
      if (c != quote) {
        isEscaped = c == '\\' && !isEscaped;
      } else if (isEscaped) {
        return UNKNOWN;
      } else if (!is(quote, i + 1)) {
        return i + 1;
      } else {
        i++;
      }
    }
    return UNKNOWN;
  }

  /** Returns the index behind a name in backticks, which hold no other quotes. */
  int backticks(int start) {
    int close = start + 1;
    while (close < end && !Chars.isQuote(sql.charAt(close))) {
      close++;
    }
    return is('`', close) && !is('`', close + 1) ? close + 1 : UNKNOWN;
  }

  /** Returns the index behind what Oracle writes as {@code q'[..]'}; {@code start} is the quote. */
  int alternative(int start) {
    if (start + 1 >= end) {
      return UNKNOWN;
    }
    char opening = sql.charAt(start + 1);
    if (Chars.isWord(opening) || Chars.isBlank(opening) || Chars.isQuote(opening)) {
      return UNKNOWN;
    }
    int pair = "[{(<".indexOf(opening);
    char closing = pair < 0 ? opening : "]})>".charAt(pair);
    for (int i = start + 2; i < end; i++) {
      if (sql.charAt(i) == closing && is('\'', i + 1)) {
        return i + 2;
      }
    }
    return UNKNOWN;
  }

  /**
   * Returns the index behind {@code $tag$..$tag$}, {@code start} if no such text begins there. What
   * has quotes in it would be something else where a dollar is a letter.
   */
  int dollars(int start) {
    int tagEnd = tagEnd(start);
    if (tagEnd == start) {
      return start;
    }
    for (int i = tagEnd; i < end; i++) {
      char c = sql.charAt(i);
      if (Chars.isQuote(c) || c == '\\') {
        return UNKNOWN;
      }
      if (c == '$' && isTag(start, tagEnd, i)) {
        return i + tagEnd - start;
      }
    }
    return UNKNOWN;
  }

  private int tagEnd(int start) {
    int at = start + 1;
    int last = Math.min(end, start + LONGEST_TAG);
    while (at < last && sql.charAt(at) != '$' && Chars.isWord(sql.charAt(at))) {
      at++;
    }
    boolean isParameter = at > start + 1 && Chars.isDigit(sql.charAt(start + 1));
    return is('$', at) && !isParameter ? at + 1 : start;
  }

  private boolean isTag(int start, int tagEnd, int at) {
    if (at + tagEnd - start > end) {
      return false;
    }
    for (int i = start; i < tagEnd; i++) {
      if (sql.charAt(i) != sql.charAt(at + i - start)) {
        return false;
      }
    }
    return true;
  }

  private boolean is(char c, int at) {
    return at < end && sql.charAt(at) == c;
  }
}
