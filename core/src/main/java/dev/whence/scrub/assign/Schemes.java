package dev.whence.scrub.assign;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Reads the value of an Authorization header in text (RFC 9110, section 11): a scheme and a token,
 * or a scheme and parameters up to the end of the line.
 */
final class Schemes {
  private static final int LONGEST_LINE = 4_096;
  private static final int LONGEST_SCHEME = 24;

  /** How long a scheme may be that has digits and small letters, such as OAuth2. */
  private static final int LONGEST_WITH_DIGITS = 8;

  private static final int SHORTEST_TOKEN = 12;

  private Schemes() {}

  /**
   * Returns where the credentials stand behind the scheme at {@code start}, or are all there is.
   */
  static long read(CharSequence text, int start, int bareEnd) {
    int scheme = schemeEnd(text, start);
    int next = Chars.blanksEnd(text, scheme);
    boolean hasScheme = scheme > start
        && next > scheme
        && next < text.length()
        && !Chars.isLineEnd(text.charAt(next))
        && (Chars.isWord(text.charAt(next)) || "[+/-._~".indexOf(text.charAt(next)) >= 0);
    if (!hasScheme) {
      return Span.hit(start, bareEnd);
    }
    int marker = Rule.markerAt(text, next);
    if (marker > 0) {
      return Span.hit(next, next + marker);
    }
    if (!isScheme(text, start, scheme)) {
      int end = tokenEnd(text, next);
      return Span.hit(start, isRandom(text, next, end) ? end : Math.max(scheme, bareEnd));
    }
    int name = Chars.wordEnd(text, next);
    boolean hasParameters = Chars.startsWith(text, name, "=")
        && name + 1 < text.length()
        && (text.charAt(name + 1) == '"' || lineHolds(text, name, ", "));
    return Span.hit(next, hasParameters ? lineEnd(text, next) : tokenEnd(text, next));
  }

  private static int schemeEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && (Chars.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return end;
  }

  /** Whether a scheme stands there, such as AWS4-HMAC-SHA256, and not a token by itself. */
  private static boolean isScheme(CharSequence text, int start, int end) {
    boolean hasLower = false;
    boolean hasDigit = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      hasDigit |= Chars.isDigit(c);
      hasLower |= Chars.isLetter(c) && !Chars.isUpper(c);
    }
    int longest = hasDigit && hasLower ? LONGEST_WITH_DIGITS : LONGEST_SCHEME;
    return end - start <= longest;
  }

  private static boolean isRandom(CharSequence text, int start, int end) {
    boolean hasDigit = false;
    for (int i = start; i < end; i++) {
      hasDigit |= Chars.isDigit(text.charAt(i));
    }
    return hasDigit && end - start >= SHORTEST_TOKEN;
  }

  private static boolean lineHolds(CharSequence text, int from, String mark) {
    int end = lineEnd(text, from);
    for (int i = from; i < end; i++) {
      if (Chars.startsWith(text, i, mark)) {
        return true;
      }
    }
    return false;
  }

  private static int lineEnd(CharSequence text, int from) {
    int highest = Math.min(text.length(), from + LONGEST_LINE);
    int end = from;
    while (end < highest && !Chars.isLineEnd(text.charAt(end)) && text.charAt(end) != '\'') {
      end++;
    }
    return end;
  }

  private static int tokenEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) > ' '
        && ",;\"'<>)]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end - 1 > from && text.charAt(end - 1) == '.' ? end - 1 : end;
  }
}
