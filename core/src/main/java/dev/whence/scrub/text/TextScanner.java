package dev.whence.scrub.text;

import org.jspecify.annotations.Nullable;

/**
 * Masks what gives itself away in free text, in one pass whose time grows linearly.
 *
 * <p>Nothing happens until a character that may belong to something sensitive; then one verifier
 * looks at what is around it and either finds a stretch to mask or says where to look on, never
 * behind. A clean text is returned as it is. Immutable, for many threads.
 */
public final class TextScanner {
  /** Ends a text that was cut. */
  public static final String CUT = "…";

  /** How many characters of a text are looked at and sent. */
  public static final int LIMIT = 8_192;

  private static final int WORD_LIMIT = 256;
  private static final int DECODINGS = 2;

  private final Assignments assignments;

  public TextScanner(KeyRules keys) {
    assignments = new Assignments(keys);
  }

  /** Cuts {@code text} to the limit, then masks what is left. */
  public String scrub(String text, Rule.Sink sink) {
    return isLong(text)
        ? scan(text.subSequence(0, cutEnd(text)), sink).concat(CUT)
        : scan(text, sink);
  }

  /** Cuts {@code text} to the limit and masks nothing. */
  public static String cut(String text) {
    return isLong(text) ? text.substring(0, cutEnd(text)).concat(CUT) : text;
  }

  /** Returns {@code text}, whose end is missing, without the word or number that is cut through. */
  public static String withoutLastWord(String text) {
    return text.substring(0, lastGap(text, text.length(), 0));
  }

  private static boolean isLong(String text) {
    return text.length() > LIMIT;
  }

  /** Returns where to cut: before a word or number that would be left half, and unrecognizable. */
  private static int cutEnd(String text) {
    int hard = LIMIT - CUT.length();
    int lowest = hard - WORD_LIMIT;
    int end = lastGap(text, hard, lowest);
    if (end > lowest) {
      return end;
    }
    return Character.isHighSurrogate(text.charAt(hard - 1)) ? hard - 1 : hard;
  }

  private static int lastGap(String text, int from, int lowest) {
    int end = from;
    while (end > lowest && !isGap(text.charAt(end - 1))) {
      end--;
    }
    while (end > lowest && " 0123456789+-.()/".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isGap(char c) {
    return c <= ' ' || ",;&\"<>{}".indexOf(c) >= 0;
  }

  /** Masks what {@code text} holds, however long it is. */
  public String scan(CharSequence text, Rule.Sink sink) {
    long found = seek(text, 0, 0);
    if (!Span.isHit(found)) {
      return text.toString();
    }
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    while (Span.isHit(found)) {
      masked.append(text, copied, Span.start(found)).append(Span.rule(found).marker());
      sink.hit(Span.rule(found));
      copied = Span.end(found);
      found = seek(text, copied, 0);
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** Returns the first rule that hits {@code text}, which was percent-decoded once. */
  public @Nullable Rule firstHit(CharSequence text) {
    return firstHit(text, 1);
  }

  private @Nullable Rule firstHit(CharSequence text, int decodings) {
    long found = seek(text, 0, decodings);
    return Span.isHit(found) ? Span.rule(found) : null;
  }

  /** Returns the first stretch to mask from {@code floor} on; everything before it is done. */
  private long seek(CharSequence text, int floor, int decodings) {
    int at = floor;
    while (at < text.length()) {
      long found = look(text, at, floor, decodings);
      if (Span.isHit(found)) {
        return found;
      }
      at = Span.next(found);
    }
    return Span.miss(at);
  }

  private long look(CharSequence text, int at, int floor, int decodings) {
    char c = text.charAt(at);
    if (Chars.isWord(c)) {
      return lookAtWord(text, at, floor);
    }
    return switch (c) {
      case '@' -> Emails.find(text, at, 1, floor);
      case '%' -> lookAtPercent(text, at, floor, decodings);
      case '+' -> Phones.findInternational(text, at, floor);
      case '(' -> Phones.findInParentheses(text, at, floor);
      case '=' -> assignments.find(text, at, floor);
      case ':' ->
        Chars.startsWith(text, at, "://")
            ? Credentials.findUserInfo(text, at)
            : assignments.find(text, at, floor);
      case '[' -> Span.miss(at + Math.max(1, Rule.markerAt(text, at)));
      default -> Span.miss(at + 1);
    };
  }

  private static long lookAtWord(CharSequence text, int at, int floor) {
    char c = Chars.lower(text.charAt(at));
    if (Chars.isDigit(c)) {
      return lookAtNumber(text, at, floor);
    }
    if (c == 'b') {
      return Credentials.findScheme(text, at);
    }
    int frame = c == 'a' ? Frames.end(text, at) : at;
    return Span.miss(frame > at ? frame : Chars.wordEnd(text, at));
  }

  private static long lookAtNumber(CharSequence text, int at, int floor) {
    int end = Cards.end(text, at, floor);
    if (end >= 0) {
      return Span.hit(Rule.CARD, at, end);
    }
    end = Phones.end(text, at, floor);
    return end >= 0 ? Span.hit(Rule.PHONE, at, end) : Span.miss(Chars.wordEnd(text, at));
  }

  private long lookAtPercent(CharSequence text, int at, int floor, int decodings) {
    int sign = Emails.signLength(text, at);
    if (sign > 0) {
      long address = Emails.find(text, at, sign, floor);
      if (Span.isHit(address)) {
        return address;
      }
    }
    return decodings < DECODINGS && Percent.isEscape(text, at)
        ? lookBehindEscapes(text, at, floor, decodings)
        : Span.miss(at + 1);
  }

  /** Decodes the path segment, name or value around {@code at}; a hit in it masks it whole. */
  private long lookBehindEscapes(CharSequence text, int at, int floor, int decodings) {
    int start = Percent.pieceStart(text, at, floor);
    int end = Percent.pieceEnd(text, at);
    Rule rule = firstHit(Percent.decode(text, start, end), decodings + 1);
    return rule == null ? Span.miss(end) : Span.hit(rule, start, end);
  }
}
