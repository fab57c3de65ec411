package dev.whence.scrub.text;

/** Questions about characters, answered without regard to any locale. */
public final class Chars {
  /** How far a number in groups is looked at from its first digit. */
  static final int GROUPS_LIMIT = 24;

  private static final int ASCII = 128;
  private static final boolean[] WORD = new boolean[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      WORD[c] = c == '_' || isLetter(c) || isDigit(c);
    }
  }

  private Chars() {}

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }

  public static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  public static char lower(char c) {
    return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
  }

  public static boolean isLetterOrDigit(char c) {
    return c < ASCII ? WORD[c] && c != '_' : Character.isLetterOrDigit(c);
  }

  public static boolean isWord(char c) {
    return c < ASCII ? WORD[c] : Character.isLetterOrDigit(c);
  }

  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  public static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  public static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  public static boolean startsWith(CharSequence text, int at, String word) {
    if (at < 0 || text.length() - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text.charAt(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether {@code text} from {@code start} to {@code end} is {@code word}, which is lower case.
   */
  public static boolean isWordAt(CharSequence text, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public static boolean isOneOf(CharSequence text, int start, int end, String[] words) {
    for (String word : words) {
      if (isWordAt(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  public static int wordEnd(CharSequence text, int from) {
    int length = text.length();
    int end = from;
    while (end < length && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns where the word that ends before {@code end} begins, not before {@code floor}. */
  public static int wordStart(CharSequence text, int end, int floor) {
    int start = end;
    while (start > floor && isWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns where at most eight blanks before {@code end} begin. */
  public static int blanksStart(CharSequence text, int end, int floor) {
    int lowest = Math.max(floor, end - 8);
    int start = end;
    while (start > lowest && isBlank(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns the end of at most eight blanks. */
  public static int blanksEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && end - from < 8 && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns the end of the line or of {@code limit} characters, or where one of others stands. */
  public static int lineEnd(CharSequence text, int from, String others, int limit) {
    int end = from;
    while (end < text.length()
        && end - from < limit
        && !Chars.isLineEnd(text.charAt(end))
        && others.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Returns the end of the digits at {@code from}, of which at most {@code limit} are read. */
  public static int digitsEnd(CharSequence text, int from, int limit) {
    int end = from;
    while (end - from < limit && isDigitAt(text, end)) {
      end++;
    }
    return end;
  }

  /** Counts the digits of the number or the groups that begin at {@code at}, up to seven. */
  public static int digitsAhead(CharSequence text, int at) {
    int digits = 0;
    int highest = Math.min(text.length(), at + GROUPS_LIMIT);
    for (int i = at; i < highest && digits < 7; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (" -./()+".indexOf(c) < 0) {
        return digits;
      }
    }
    return digits;
  }

  /** Whether a date begins at {@code at}, such as {@code 2026-11-22}. */
  static boolean isDate(CharSequence text, int at) {
    return at + 10 <= text.length()
        && text.charAt(at + 4) == '-'
        && text.charAt(at + 7) == '-'
        && (startsWith(text, at, "19") || startsWith(text, at, "20"))
        && digitsEnd(text, at, 5) == at + 4
        && digitsEnd(text, at + 5, 3) == at + 7
        && digitsEnd(text, at + 8, 3) == at + 10;
  }

  /** Whether the colon at {@code at} stands in a time, such as {@code 10:15}. */
  static boolean isTime(CharSequence text, int at) {
    boolean isBetween = isDigitAt(text, at - 1)
        && isDigitAt(text, at - 2)
        && isDigitAt(text, at + 1)
        && isDigitAt(text, at + 2);
    char before = isBetween && at > 2 ? text.charAt(at - 3) : ' ';
    return isBetween && (before == 'T' || !isWord(before));
  }

  public static boolean isDigitAt(CharSequence text, int at) {
    return at >= 0 && at < text.length() && isDigit(text.charAt(at));
  }

  /**
   * Whether a number may begin at {@code at}: it is not the rest of a word, date or decimal. What
   * is before {@code floor} is masked already.
   */
  public static boolean mayBegin(CharSequence text, int at, int floor) {
    if (at <= floor) {
      return true;
    }
    char before = text.charAt(at - 1);
    boolean isJoined = (before == '.' || before == '-') && isDigitAt(text, at - 2);
    return !isJoined && !isWord(before);
  }

  /** Whether a number may end at {@code end}: no word, decimal or address goes on there. */
  public static boolean mayEnd(CharSequence text, int end) {
    if (end == text.length()) {
      return true;
    }
    char after = text.charAt(end);
    boolean isJoined = (after == '.' || after == '-') && isDigitAt(text, end + 1);
    return !isJoined && after != '@' && !isWord(after);
  }

  /** Whether one of {@code words} stands at most 24 characters before {@code at}, on the way. */
  public static boolean hasContext(CharSequence text, int at, int floor, String[] words) {
    int lowest = Math.max(floor, at - 24);
    int end = at;
    for (int i = at - 1; i >= lowest && "[]@".indexOf(text.charAt(i)) < 0; i--) {
      boolean isLetter = isLetter(text.charAt(i));
      boolean beginsWord = isLetter && (i == 0 || !isLetter(text.charAt(i - 1)));
      if (beginsWord && isOneOf(text, i, end, words)) {
        return true;
      }
      end = isLetter ? end : i;
    }
    return false;
  }
}
