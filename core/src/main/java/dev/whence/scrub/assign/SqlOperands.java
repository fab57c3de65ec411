package dev.whence.scrub.assign;

import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Finds literals that a sensitive column is compared with by more than an equals sign: {@code token
 * IN ('x', 'y')}, {@code password <> 'x'}, {@code email LIKE '%x'}.
 */
public final class SqlOperands {
  private static final int LIST_LIMIT = 8_192;
  private static final int NAME_LIMIT = 64;
  private static final int WORD_LIMIT = 16;
  private static final String[] LIKES = {"like", "ilike"};
  private static final String[] IN = {"in"};

  private final KeyRules keys;

  public SqlOperands(KeyRules keys) {
    this.keys = keys;
  }

  /** Looks at the literal or the list of them whose first quote stands at {@code at}. */
  public long find(CharSequence text, int at, int floor) {
    int gap = Chars.blanksStart(text, at, floor);
    boolean isList = gap > floor && text.charAt(gap - 1) == '(';
    int end = isList ? Chars.blanksStart(text, gap - 1, floor) : gap;
    int column = columnBefore(text, end, floor, isList ? IN : LIKES);
    if (column < 0 || !isSensitive(text, column, floor)) {
      return Span.miss(at);
    }
    int last = isList ? listEnd(text, at) : literalEnd(text, at);
    boolean isValue = last > at + 1 && Rule.markerAt(text, at + 1) != last - at - 1;
    return isValue ? Span.hit(at + 1, last) : Span.miss(at);
  }

  /** Returns where the column ends before {@code <>} or one of {@code words}, -1 if none does. */
  private static int columnBefore(CharSequence text, int end, int floor, String[] words) {
    boolean isUnequal = end - 2 > floor
        && (Chars.startsWith(text, end - 2, "<>") || Chars.startsWith(text, end - 2, "!="));
    if (isUnequal) {
      return Chars.blanksStart(text, end - 2, floor);
    }
    int word = wordStart(text, end, floor);
    int gap = Chars.blanksStart(text, word, floor);
    boolean isWord = gap < word && Chars.isOneOf(text, word, end, words);
    return isWord ? withoutNot(text, gap, floor) : -1;
  }

  private static int withoutNot(CharSequence text, int end, int floor) {
    int word = wordStart(text, end, floor);
    return Chars.isWordAt(text, word, end, "not") ? Chars.blanksStart(text, word, floor) : end;
  }

  private static int wordStart(CharSequence text, int end, int floor) {
    return Chars.wordStart(text, end, Math.max(floor, end - WORD_LIMIT));
  }

  private boolean isSensitive(CharSequence text, int columnEnd, int floor) {
    boolean isQuoted = columnEnd > floor && Chars.isQuote(text.charAt(columnEnd - 1));
    int end = isQuoted ? columnEnd - 1 : columnEnd;
    int start = Chars.wordStart(text, end, Math.max(floor, end - NAME_LIMIT));
    return start < end && keys.decide(text, start, end).hidesTree();
  }

  private static int literalEnd(CharSequence text, int open) {
    int highest = Math.min(text.length(), open + LIST_LIMIT);
    int end = open + 1;
    while (end < highest && text.charAt(end) != '\'') {
      end++;
    }
    return end;
  }

  /** Returns where the last literal ends before the list does. */
  private static int listEnd(CharSequence text, int open) {
    int highest = Math.min(text.length(), open + LIST_LIMIT);
    int last = open;
    int at = open;
    while (at < highest && text.charAt(at) != ')') {
      last = literalEnd(text, at);
      at = last + 1;
      while (at < highest && text.charAt(at) != ')' && text.charAt(at) != '\'') {
        at++;
      }
    }
    return last;
  }
}
