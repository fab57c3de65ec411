package dev.whence.scrub.text;

import java.util.Arrays;

/** Questions about characters, answered without regard to any locale. */
final class Chars {
  private static final String[] NO_WORDS = {};

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static char lower(char c) {
    return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
  }

  static boolean isLetterOrDigit(char c) {
    return c < 128 ? isLetter(c) || isDigit(c) : Character.isLetterOrDigit(c);
  }

  static boolean isWord(char c) {
    return c == '_' || isLetterOrDigit(c);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  static boolean startsWith(CharSequence text, int at, String word) {
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
  static boolean isWordAt(CharSequence text, int start, int end, String word) {
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

  static boolean isOneOf(CharSequence text, int start, int end, String[] words) {
    for (String word : words) {
      if (isWordAt(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  /** Sorts lower-case {@code words}, parted by blanks, into 26 lists. */
  static String[][] byFirstLetter(String words) {
    String[][] lists = new String[26][];
    for (int i = 0; i < lists.length; i++) {
      String letter = String.valueOf((char) ('a' + i));
      lists[i] = Arrays.stream(words.split(" "))
          .filter(word -> word.startsWith(letter))
          .toArray(String[]::new);
    }
    return lists;
  }

  /** Returns those of the lists' words that begin with {@code letter}, whatever its case. */
  static String[] withLetter(char letter, String[][] lists) {
    return isLetter(letter) ? lists[lower(letter) - 'a'] : NO_WORDS;
  }

  static int wordEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Returns the end of the digits at {@code from}, of which at most {@code limit} are read. */
  static int digitsEnd(CharSequence text, int from, int limit) {
    int end = from;
    while (end - from < limit && isDigitAt(text, end)) {
      end++;
    }
    return end;
  }

  static boolean isDigitAt(CharSequence text, int at) {
    return at >= 0 && at < text.length() && isDigit(text.charAt(at));
  }

  /**
   * Whether a number may begin at {@code at}: it is not the rest of a word, date or decimal. What
   * is before {@code floor} is masked already.
   */
  static boolean mayBegin(CharSequence text, int at, int floor) {
    if (at <= floor) {
      return true;
    }
    char before = text.charAt(at - 1);
    boolean isJoined = (before == '.' || before == '-') && isDigitAt(text, at - 2);
    return !isJoined && !isWord(before);
  }

  /** Whether a number may end at {@code end}: no word, decimal or address goes on there. */
  static boolean mayEnd(CharSequence text, int end) {
    if (end == text.length()) {
      return true;
    }
    char after = text.charAt(end);
    boolean isJoined = (after == '.' || after == '-') && isDigitAt(text, end + 1);
    return !isJoined && after != '@' && !isWord(after);
  }
}
