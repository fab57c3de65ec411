package dev.whence.scrub.assign;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;
import dev.whence.scrub.text.TextScanner;

/** Reads the value behind a sensitive name and an operator, and says what of it to mask. */
final class AssignedValue {
  private static final String BORDERS = ",;&)]}<\"";
  private static final int COOKIE_NAME_LIMIT = 128;
  private static final String[] SCHEMES = {"bearer", "basic", "token", "digest"};

  private AssignedValue() {}

  static long find(CharSequence text, int operator, Decision decision) {
    int miss = operator + 1;
    if (!decision.hidesTree()) {
      return Span.miss(miss);
    }
    int start = valueStart(text, operator);
    long value = read(text, start, operator, decision);
    boolean isMasked = isMarker(text, Span.start(value), Span.end(value));
    if (isMasked) {
      return Span.miss(Span.end(value));
    }
    return decision.hides(text, Span.start(value), Span.end(value)) ? value : Span.miss(miss);
  }

  /** Looks at the value that begins at {@code start}, behind a flag and a blank. */
  static long findBehindFlag(CharSequence text, int start, Decision decision) {
    int quote = quoteAt(text, start);
    long value = quote >= 0
        ? value(quote + 1, closingQuote(text, quote, quote - start))
        : value(start, bareEnd(text, start));
    boolean isSentence = Prose.isFirstWord(text, start, Chars.wordEnd(text, start));
    boolean isHidden = decision.hides(text, Span.start(value), Span.end(value))
        && !isMarker(text, Span.start(value), Span.end(value));
    return isHidden && !isSentence ? value : Span.miss(start);
  }

  private static int valueStart(CharSequence text, int operator) {
    int end = operator + 1;
    while (end < text.length() && end < operator + 3 && ">=".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    int start = Chars.blanksEnd(text, end);
    return start + Entities.lengthAt(text, start);
  }

  private static long read(CharSequence text, int start, int operator, Decision decision) {
    if (start >= text.length()) {
      return value(start, start);
    }
    int quote = quoteAt(text, start);
    if (quote >= 0) {
      return Lines.beginTriple(text, quote)
          ? Lines.inTriple(text, quote)
          : value(quote + 1, closingQuote(text, quote, quote - start));
    }
    char first = text.charAt(start);
    if (first == '|' || first == '>') {
      long block = Lines.block(text, start);
      return Span.isHit(block) ? block : readBare(text, start, operator, decision);
    }
    if (first == '(' && decision == Decision.HIDE_GROUPS) {
      return value(start, digitsEnd(text, start));
    }
    if (first == '(' && text.charAt(operator) == '=') {
      return value(start + 1, Chars.lineEnd(text, start + 1, ")", text.length()));
    }
    if ((first == '[' || first == '{') && Rule.markerAt(text, start) == 0) {
      return value(start, bareEnd(text, nestedEnd(text, start)));
    }
    if (decision == Decision.HIDE_BEHIND_SCHEME
        && !Prose.begins(text, start, bareEnd(text, start), operator)) {
      return Schemes.read(text, start, bareEnd(text, start));
    }
    if (Chars.startsWith(text, start, Prose.REJECTED)) {
      int value = start + Prose.REJECTED.length();
      int marker = Rule.markerAt(text, value);
      if (marker > 0) {
        return value(value, value + marker);
      }
      return value(value, Chars.lineEnd(text, value, "]", text.length()));
    }
    return decision == Decision.HIDE_LINE && text.charAt(operator) == ':'
        ? readCookies(text, start)
        : readBare(text, start, operator, decision);
  }

  private static long value(int start, int end) {
    return Span.hit(start, end);
  }

  /** Returns where the quote stands that opens the value, perhaps behind backslashes, else -1. */
  private static int quoteAt(CharSequence text, int start) {
    int at = start;
    while (at < text.length() && at < start + 8 && text.charAt(at) == '\\') {
      at++;
    }
    return at < text.length() && Chars.isQuote(text.charAt(at)) ? at : -1;
  }

  /** Returns where the value ends; a quote that nothing closes reaches to the end of the text. */
  private static int closingQuote(CharSequence text, int open, int depth) {
    int backslashes = 0;
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isWhole = backslashes < depth || (backslashes - depth) % (2 * (depth + 1)) == 0;
      boolean isDoubled = c == '\'' && i > open + 1 && Chars.startsWith(text, i, "''");
      if (isDoubled) {
        i++; // as SQL writes a quote in a literal
      } else if (c == text.charAt(open) && isWhole) {
        return i - Math.min(backslashes, depth);
      }
      backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return text.length();
  }

  /** Reads a Cookie header: the rest of the line, if a name and an equals sign begin it. */
  private static long readCookies(CharSequence text, int start) {
    int marker = Rule.markerAt(text, start);
    int equals = Chars.lineEnd(text, start, "=\"", COOKIE_NAME_LIMIT);
    return marker > 0 || !Chars.startsWith(text, equals, "=")
        ? value(start, start + marker)
        : value(start, Chars.lineEnd(text, equals, "\"", text.length()));
  }

  /**
   * Returns the end of the brackets that open at {@code start}, of the text if they never close.
   */
  private static int nestedEnd(CharSequence text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = closingQuote(text, i, 0);
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static long readBare(CharSequence text, int from, int operator, Decision decision) {
    int start = behindScheme(text, from);
    int end = bareEnd(text, start);
    if (Prose.begins(text, start, end, operator)) {
      return value(start, start);
    }
    boolean isGrouped = decision == Decision.HIDE_GROUPS && Rule.markerAt(text, start) == 0;
    end = isGrouped ? groupsEnd(text, start, end) : end;
    boolean hasFullStop = end - start > 1 && text.charAt(end - 1) == '.';
    return value(start, hasFullStop ? end - 1 : end);
  }

  /** Returns the end of a telephone number that begins with a parenthesis. */
  private static int digitsEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && end - start < 34 && isOfNumber(text.charAt(end))) {
      end++;
    }
    while (end > start && !Chars.isDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isOfNumber(char c) {
    return Chars.isDigit(c) || " -()/.+".indexOf(c) >= 0;
  }

  private static int behindScheme(CharSequence text, int start) {
    int word = Chars.wordEnd(text, start);
    int next = Chars.blanksEnd(text, word);
    boolean isScheme =
        next > word && bareEnd(text, next) > next && Chars.isOneOf(text, start, word, SCHEMES);
    return isScheme ? next : start;
  }

  private static int bareEnd(CharSequence text, int start) {
    int end = start + Rule.markerAt(text, start);
    while (end < text.length() && !isBorder(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isBorder(CharSequence text, int at) {
    char c = text.charAt(at);
    boolean isQuote = c == '\'' || c == '\\';
    boolean isLast = at + 1 == text.length() || !Chars.isWord(text.charAt(at + 1));
    return c <= ' '
        || c == '\u00a0'
        || BORDERS.indexOf(c) >= 0
        || (isQuote && isLast)
        || Rule.markerAt(text, at) > 0;
  }

  /** Returns the end of a number in groups: {@code 0171 2345678}, {@code NL04 VABN 3372}. */
  private static int groupsEnd(CharSequence text, int start, int from) {
    int end = from;
    while (end > start && end - start < 34 && isGroup(text, end)) {
      end = bareEnd(text, end + 1);
    }
    return end;
  }

  private static boolean isGroup(CharSequence text, int blank) {
    if (!Chars.startsWith(text, blank, " ")) {
      return false;
    }
    int end = Math.min(text.length(), blank + 6);
    for (int i = blank + 1; i < end && text.charAt(i) != ' '; i++) {
      char c = text.charAt(i);
      boolean isPart = Chars.isUpper(c) || Chars.isDigit(c) || "-()/".indexOf(c) >= 0;
      if (!isPart) {
        return i > blank + 2 && BORDERS.indexOf(c) >= 0;
      }
    }
    return end > blank + 2;
  }

  private static boolean isMarker(CharSequence text, int start, int end) {
    int rest = end - start - Rule.markerAt(text, start);
    boolean isCut = rest == 1 && text.charAt(end - 1) == TextScanner.CUT.charAt(0);
    return end - start > 1 && (rest == 0 || isCut);
  }
}
