package dev.whence.scrub.assign;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Finds the contents of elements with sensitive names, {@code <wsse:Password>x</wsse:Password>},
 * and what elements hold whose attribute names it, {@code <property name="password" value="x"/>}.
 */
public final class XmlElements {
  private static final int TAG_LIMIT = 256;
  private static final int CONTENT_LIMIT = 8_192;
  private static final String CDATA = "<![CDATA[";
  private static final String[] NAMES = {"name", "key", "type", "property", "field"};
  private static final String[] VALUES = {"value", "content"};

  /** Elements whose name says nothing of their content. */
  private static final String[] GENERAL =
      "property prop entry param parameter setting string header field var item".split(" ");

  private final KeyRules keys;

  public XmlElements(KeyRules keys) {
    this.keys = keys;
  }

  /** Looks at the element whose start-tag ends with the sign at {@code at}. */
  public long find(CharSequence text, int at, int floor) {
    int open = open(text, at, floor);
    if (open < 0) {
      return Span.miss(at);
    }
    int name = open + 1;
    int end = nameEnd(text, name, at);
    for (int i = name; i < end; i++) {
      name = text.charAt(i) == ':' ? i + 1 : name;
    }
    if (name == end) {
      return Span.miss(at);
    }
    Decision decision = keys.decide(text, name, end);
    if (decision.hidesTree()) {
      boolean isTag = open == 0 || !Chars.isWord(text.charAt(open - 1)); // no List<Token>
      return content(text, at + 1, decision, isTag);
    }
    return named(text, end, at, Chars.isOneOf(text, name, end, GENERAL));
  }

  /** Looks at the attributes between {@code from} and {@code at}. */
  private long named(CharSequence text, int from, int at, boolean isGeneral) {
    Decision decision = Decision.KEEP;
    long value = Span.miss(at);
    int i = from;
    while (i < at) {
      int name = skipSpace(text, i, at);
      int equals = nameEnd(text, name, at);
      int open = equals + 1;
      boolean isAttribute = equals > name
          && open < at
          && text.charAt(equals) == '='
          && Chars.isQuote(text.charAt(open));
      if (!isAttribute) {
        break;
      }
      int close = open + 1;
      while (close < at && text.charAt(close) != text.charAt(open)) {
        close++;
      }
      if (Chars.isOneOf(text, name, equals, NAMES)) {
        Decision next = keys.decide(text, open + 1, close);
        decision = next.hidesTree() ? next : decision;
      } else if (Chars.isOneOf(text, name, equals, VALUES)) {
        value = Span.hit(open + 1, close);
      }
      i = close + 1;
    }
    if (!decision.hidesTree()) {
      return Span.miss(at);
    }
    if (Span.isHit(value)) {
      return hidden(text, Span.start(value), Span.end(value), decision);
    }
    return isGeneral ? content(text, at + 1, decision, false) : Span.miss(at);
  }

  private static int skipSpace(CharSequence text, int from, int highest) {
    int at = from;
    while (at < highest && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int open(CharSequence text, int at, int floor) {
    int lowest = Math.max(floor, at - TAG_LIMIT);
    for (int i = at - 1; i >= lowest; i--) {
      char c = text.charAt(i);
      if (c == '<') {
        return i;
      }
      if (c == '>') {
        return -1;
      }
    }
    return -1;
  }

  private static int nameEnd(CharSequence text, int from, int highest) {
    int end = from;
    while (end < highest
        && (Chars.isWord(text.charAt(end)) || ":.-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static long content(CharSequence text, int from, Decision decision, boolean isTag) {
    int highest = Math.min(text.length(), from + CONTENT_LIMIT);
    boolean isRaw = Chars.startsWith(text, from, CDATA);
    int start = isRaw ? from + CDATA.length() : from;
    int end = start;
    while (end < highest
        && (isRaw ? !Chars.startsWith(text, end, "]]>") : text.charAt(end) != '<')) {
      end++;
    }
    boolean isCut = end == text.length() && isTag && isWord(text, start);
    boolean isClosed = isRaw || isCut || Chars.startsWith(text, end, "</");
    return isClosed ? hidden(text, start, end, decision) : Span.miss(from);
  }

  /** Whether what is left of the text is one word, as a value is whose end was cut. */
  private static boolean isWord(CharSequence text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return start < text.length() && Chars.isWord(text.charAt(start));
  }

  private static long hidden(CharSequence text, int start, int end, Decision decision) {
    boolean isValue = decision.hides(text, start, end) && Rule.markerAt(text, start) != end - start;
    return isValue ? Span.hit(start, end) : Span.miss(start);
  }
}
