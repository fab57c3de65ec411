package dev.whence.scrub.assign;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Percent;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Finds values that a sensitive name announces in text: {@code key=value}, {@code key: value},
 * {@code "key":"value"}, {@code (key)=(value)}. Starts at the operator and reads to both sides.
 */
public final class Assignments {
  private static final int KEY_LIMIT = 64;
  private static final int NONE = -1;

  /** Names that say little alone; the word before them belongs to the name. */
  private static final String[] HEADS = {"key", "number", "id", "address", "value", "code"};

  private static final String[] FAULTS = {"exception", "error", "failure"};
  private static final String[] SOURCES =
      "java kt scala groovy js ts jsp html xml py class jar properties yml yaml sql".split(" ");

  private final KeyRules keys;

  public Assignments(KeyRules keys) {
    this.keys = keys;
  }

  /**
   * Looks for a value behind the operator at {@code at}, whose name is not before {@code floor}.
   */
  public long find(CharSequence text, int at, int floor) {
    if (Chars.startsWith(text, at, "::")) {
      return Span.miss(at + 2);
    }
    int end = Chars.startsWith(text, at, "://") ? floor : Chars.blanksStart(text, at, floor);
    boolean isEscaped =
        end > floor && end == at && text.charAt(end - 1) == '\\' && text.charAt(at) == '=';
    end = isEscaped ? end - 1 : end; // as properties are written
    if (end <= floor) {
      return Span.miss(at);
    }
    int entity = Entities.lengthBefore(text, end, floor);
    if (entity > 0) {
      return findBehindWord(text, at, end - entity, floor);
    }
    char last = text.charAt(end - 1);
    if (Chars.isQuote(last)) {
      boolean isSentence = last != '"' && Prose.follows(text, at);
      return isSentence ? Span.miss(at) : findBehind(text, at, quotedKey(text, end, floor));
    }
    return last == ')'
        ? findBehind(text, at, keyInParentheses(text, end, floor))
        : findBehindWord(text, at, end, floor);
  }

  private long findBehind(CharSequence text, int at, long key) {
    if (!Span.isHit(key)) {
      return Span.miss(at);
    }
    return value(text, at, key, decide(text, Span.start(key), Span.end(key)));
  }

  private long findBehindWord(CharSequence text, int at, int end, int floor) {
    int start = wordStart(text, end, floor);
    if (start == end || Chars.digitsEnd(text, start, KEY_LIMIT) == end) {
      return Span.miss(at);
    }
    Decision decision = decide(text, start, end);
    if (decision.keeps() && Chars.isOneOf(text, start, end, HEADS)) {
      decision = decideOnTwo(text, start, end, floor);
    }
    if (decision.keeps() || isPlace(text, start, end, at) || isSyntax(text, start, end, at)) {
      return Span.miss(at);
    }
    return value(text, at, Span.hit(start, end), decision);
  }

  private static long value(CharSequence text, int at, long key, Decision decision) {
    long value = AssignedValue.find(text, at, decision);
    boolean isReference =
        Span.isHit(value) && References.isOne(text, Span.start(value), Span.end(value), key);
    return isReference ? Span.miss(at) : value;
  }

  private Decision decideOnTwo(CharSequence text, int start, int end, int floor) {
    int gap = start;
    while (gap > floor && start - gap < 8 && text.charAt(gap - 1) <= ' ') {
      gap--;
    }
    boolean isGap = gap < start && gap > floor;
    return isGap ? decide(text, wordStart(text, gap, floor), end) : Decision.KEEP;
  }

  private Decision decide(CharSequence text, int start, int end) {
    if (!hasEscape(text, start, end)) {
      return keys.decide(text, start, end);
    }
    boolean isEncoded = Percent.hasEscape(text, start, end);
    String plain = isEncoded ? Percent.decode(text, start, end) : Unicode.decode(text, start, end);
    return keys.decide(plain, 0, plain.length());
  }

  private static boolean hasEscape(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '\\') {
        return true;
      }
    }
    return false;
  }

  private static int wordStart(CharSequence text, int end, int floor) {
    int lowest = Math.max(floor, end - KEY_LIMIT);
    boolean hasBrackets = end > lowest && text.charAt(end - 1) == ']';
    int start = end;
    while (start > lowest && isKey(text.charAt(start - 1), hasBrackets)) {
      start--;
    }
    boolean isKey = !hasBrackets || (hasOpen(text, start, end) && !hasMarker(text, start, end));
    return isKey ? start : end;
  }

  private static boolean hasOpen(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '[') {
        return true;
      }
    }
    return false;
  }

  private static boolean isKey(char c, boolean hasBrackets) {
    return Chars.isWord(c)
        || c == '-'
        || c == '.'
        || c == '%'
        || c == '$'
        || (hasBrackets && (c == '[' || c == ']'));
  }

  private static long quotedKey(CharSequence text, int quote, int floor) {
    int end = quote - 1;
    while (end > floor && text.charAt(end - 1) == '\\') {
      end--;
    }
    int start = openStart(text, end, floor, text.charAt(quote - 1));
    return key(text, start, end);
  }

  private static long keyInParentheses(CharSequence text, int close, int floor) {
    return key(text, openStart(text, close - 1, floor, '('), close - 1);
  }

  private static long key(CharSequence text, int start, int end) {
    return start == NONE || start == end || hasMarker(text, start, end)
        ? Span.miss(end)
        : Span.hit(start, end);
  }

  /** Returns the place behind the nearest {@code open} before {@code end}, NONE on this line. */
  private static int openStart(CharSequence text, int end, int floor, char open) {
    int lowest = Math.max(floor, end - KEY_LIMIT - 1);
    for (int i = end - 1; i >= lowest && !Chars.isLineEnd(text.charAt(i)); i--) {
      if (text.charAt(i) == open) {
        return i + 1;
      }
    }
    return NONE;
  }

  private static boolean hasMarker(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Rule.markerAt(text, i) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a prefix of an element is there, {@code <saml:Assertion}, a parser's token, or a URL of
   * the scheme {@code tel}.
   */
  private static boolean isSyntax(CharSequence text, int start, int end, int at) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    if (before == '<' || (before == '/' && Chars.startsWith(text, start - 2, "<"))) {
      int local = at + 1;
      while (local < text.length() && Chars.isLetter(text.charAt(local))) {
        local++;
      }
      return local > at + 1
          && text.charAt(at) == ':'
          && local < text.length()
          && " />".indexOf(text.charAt(local)) >= 0;
    }
    if (Chars.isWordAt(text, start, end, "tel")) {
      return text.charAt(at) == ':' && Chars.blanksEnd(text, at + 1) == at + 1;
    }
    return Chars.isWordAt(text, start, end, "token")
        && Chars.isWordAt(text, Math.max(0, start - 11), start, "unexpected ");
  }

  /** Whether the "name" is a class of faults, a source file or a host before its line or port. */
  private boolean isPlace(CharSequence text, int start, int end, int at) {
    if (text.charAt(at) != ':') {
      return false;
    }
    for (String fault : FAULTS) {
      if (Chars.isWordAt(text, Math.max(start, end - fault.length()), end, fault)) {
        return true;
      }
    }
    if (Coordinates.hold(text, start)) {
      return true;
    }
    int digits = Chars.digitsEnd(text, at + 1, 6);
    boolean isPort = digits > at + 2 && digits <= at + 6 && Chars.mayEnd(text, digits);
    boolean isLine = digits > at + 1;
    return (isPort && isHost(text, start, end))
        || (isLine && isSource(text, start, end))
        || (isLine && Chars.mayEnd(text, digits) && isClass(text, start, end));
  }

  /**
   * Whether the name has several parts and the last is not sensitive: {@code auth-service:8080}.
   */
  private boolean isHost(CharSequence text, int start, int end) {
    int part = end;
    while (part > start && text.charAt(part - 1) != '.' && text.charAt(part - 1) != '-') {
      part--;
    }
    return part > start && keys.decide(text, part, end).keeps();
  }

  /** Whether a class is named that has two words at least: {@code PasswordCheck:88}. */
  private static boolean isClass(CharSequence text, int start, int end) {
    int humps = 0;
    int name = start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      name = c == '.' ? i + 1 : name;
      humps += Chars.isUpper(c) && (i + 1 == end || !Chars.isUpper(text.charAt(i + 1))) ? 1 : 0;
      if (!Chars.isLetter(c) && c != '.') {
        return false;
      }
    }
    return humps > 1 && name < end && Chars.isUpper(text.charAt(name));
  }

  private static boolean isSource(CharSequence text, int start, int end) {
    int suffix = end;
    while (suffix > start && Chars.isLetter(text.charAt(suffix - 1))) {
      suffix--;
    }
    boolean hasDot = suffix > start && text.charAt(suffix - 1) == '.';
    return hasDot && Chars.isOneOf(text, suffix, end, SOURCES);
  }
}
