package dev.whence.scrub.assign;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/**
 * Tells a value from what stands for one in a statement: SQL's {@code $1} and {@code :email},
 * GraphQL's {@code $token: String!} and {@code token: $token}, or a call in code.
 */
final class References {
  private static final int LONGEST_CALL = 128;

  private References() {}

  /** Whether {@code text} from {@code start} to {@code end} stands for the value of {@code key}. */
  static boolean isOne(CharSequence text, int start, int end, long key) {
    boolean isDeclared = text.charAt(Span.start(key)) == '$' && Chars.isUpper(text.charAt(start));
    char first = text.charAt(start);
    if (end - start <= LONGEST_CALL && text.charAt(end - 1) == '(' && Chars.isLetter(first)) {
      return true; // code that calls for the value
    }
    if (isDeclared || (first != '$' && first != ':' && first != '@')) {
      return isDeclared && isType(text, start, end);
    }
    boolean isNumber = end - start > 1 && Chars.digitsEnd(text, start + 1, 3) == end;
    return isNumber || isSame(text, start + 1, end, key);
  }

  private static boolean isType(CharSequence text, int start, int end) {
    int word = Chars.wordEnd(text, start);
    return word == end || (word == end - 1 && text.charAt(word) == '!');
  }

  private static boolean isSame(CharSequence text, int start, int end, long key) {
    int keyStart = Span.end(key) - (end - start);
    for (int i = start; i < end; i++) {
      int other = keyStart + i - start;
      if (other < Span.start(key)
          || Chars.lower(text.charAt(i)) != Chars.lower(text.charAt(other))) {
        return false;
      }
    }
    return start < end;
  }
}
