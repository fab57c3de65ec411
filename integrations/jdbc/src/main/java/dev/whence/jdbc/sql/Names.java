package dev.whence.jdbc.sql;

/** Tells names in quotes from what else quotes may hold: a name is a word, or some with blanks. */
final class Names {
  /** No dialect has longer names. */
  static final int LONGEST = 128;

  private final CharSequence sql;
  private final int end;

  Names(CharSequence sql, int end) {
    this.sql = sql;
    this.end = end;
  }

  /** Says whether all between {@code from} and {@code to} is a name. */
  boolean isName(int from, int to) {
    return from < to && to - from <= LONGEST && startsAt(from) && nameEnd(from, to) == to;
  }

  /** Returns the index behind a name in brackets, {@code start} if there is something else. */
  int bracketEnd(int start) {
    int close = nameEnd(start + 1, Math.min(end, start + LONGEST));
    return is(']', close) && !is(']', close + 1) && isName(start + 1, close) ? close + 1 : start;
  }

  /** Says whether a dot and a name or star follow. */
  boolean isQualifier(int behind) {
    int next = behind + 1;
    return behind > 0
        && next < end
        && is('.', behind)
        && (startsAt(next) || "\"`[*".indexOf(sql.charAt(next)) >= 0);
  }

  private boolean is(char c, int at) {
    return at < end && sql.charAt(at) == c;
  }

  private boolean startsAt(int at) {
    return Chars.startsWord(sql.charAt(at));
  }

  private int nameEnd(int from, int to) {
    int at = from;
    while (at < to && (Chars.isWord(sql.charAt(at)) || sql.charAt(at) == ' ')) {
      at++;
    }
    return at;
  }
}
