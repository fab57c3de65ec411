package dev.whence.jdbc.sql;

/** Tells what a character is in every dialect of SQL. */
final class Chars {
  private static final String MARKS = "()[]{}+-*/%<>=!|&^~.,;:@";

  private static final char LAST_ASCII = 127;

  private Chars() {}

  static boolean isDigit(char c) {
    return c <= LAST_ASCII ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  static boolean startsWord(char c) {
    return c <= LAST_ASCII ? isLetter(c) || c == '_' : Character.isLetter(c);
  }

  private static boolean isLetter(char c) {
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isWord(char c) {
    return startsWord(c) || isDigit(c) || c == '$';
  }

  static boolean isMark(char c) {
    return MARKS.indexOf(c) >= 0;
  }

  static boolean isBlank(char c) {
    return c <= LAST_ASCII ? c <= ' ' : Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  /** Returns the index behind the word that goes on at {@code start}. */
  static int wordEnd(CharSequence sql, int start, int end) {
    int at = start;
    while (at < end && isWord(sql.charAt(at))) {
      at++;
    }
    return at;
  }
}
