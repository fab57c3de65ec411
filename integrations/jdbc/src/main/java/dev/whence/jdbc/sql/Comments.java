package dev.whence.jdbc.sql;

/** Finds where comments end, and says {@link Quoted#UNKNOWN} where dialects disagree. */
final class Comments {
  /** What would begin something that may go on behind the line, were it no comment. */
  private static final String OPENING = "'\"`$[/\\";

  private final CharSequence sql;
  private final int end;

  Comments(CharSequence sql, int end) {
    this.sql = sql;
    this.end = end;
  }

  /**
   * Returns the index behind the comment that begins at {@code start}, {@code start} if none does.
   *
   * @param isName whether this may be the inside of a name in brackets
   */
  int end(int start, boolean isName) {
    char c = sql.charAt(start);
    if (c == '/' && is('*', start + 1)) {
      return isName ? Quoted.UNKNOWN : block(start + 2);
    }
    if (c == '/' && is('/', start + 1)) {
      return line(start + 2, false);
    }
    if (c == '-' && is('-', start + 1)) {
      return line(start + 2, !isName && isCertain(start + 2));
    }
    return c == '#' && !isArrow(start + 1) ? line(start + 1, false) : start;
  }

  /** Two dashes without a blank behind them are two signs for MySQL. */
  private boolean isCertain(int behind) {
    return behind >= end || sql.charAt(behind) <= ' ';
  }

  /** What is a comment in MySQL is PostgreSQL's arrow if its operand follows. */
  private boolean isArrow(int start) {
    int at = start;
    while (is('>', at) && at < start + 2) {
      at++;
    }
    int operand = is(' ', at) ? at + 1 : at;
    return at > start && (is('\'', operand) || is('?', operand) || is('$', operand));
  }

  private int line(int start, boolean isCertain) {
    for (int i = start; i < end; i++) {
      char c = sql.charAt(i);
      if (c == '\n') {
        return i;
      }
      if (endsLineForSome(c, i) || (!isCertain && OPENING.indexOf(c) >= 0)) {
        return Quoted.UNKNOWN;
      }
    }
    return end;
  }

  private boolean endsLineForSome(char c, int at) {
    boolean isLoneReturn = c == '\r' && at + 1 < end && sql.charAt(at + 1) != '\n';
    return isLoneReturn || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /**
   * Comments in comments nest for some; MySQL runs what stands behind an exclamation mark, where a
   * quote may hide the end.
   */
  private int block(int start) {
    boolean mayRun = is('!', start) || (is('M', start) && is('!', start + 1));
    for (int i = start; i + 1 < end; i++) {
      char c = sql.charAt(i);
      if (c == '*' && is('/', i + 1)) {
        return i + 2;
      }
      if ((c == '/' && is('*', i + 1)) || (mayRun && Chars.isQuote(c))) {
        return Quoted.UNKNOWN;
      }
    }
    return Quoted.UNKNOWN;
  }

  private boolean is(char c, int at) {
    return at < end && sql.charAt(at) == c;
  }
}
