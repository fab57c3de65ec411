package dev.whence.scrub.assign;

import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Finds the contents of elements with sensitive names: {@code <wsse:Password>x</wsse:Password>}.
 */
public final class XmlElements {
  private static final int TAG_LIMIT = 256;
  private static final int CONTENT_LIMIT = 8_192;

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
    Decision decision = keys.decide(text, name, end);
    return name < end && decision.hidesTree() ? content(text, at + 1, decision) : Span.miss(at);
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

  private static long content(CharSequence text, int start, Decision decision) {
    int highest = Math.min(text.length(), start + CONTENT_LIMIT);
    int end = start;
    while (end < highest && text.charAt(end) != '<') {
      end++;
    }
    boolean isClosed = Chars.startsWith(text, end, "</");
    boolean isValue =
        isClosed && decision.hides(text, start, end) && Rule.markerAt(text, start) != end - start;
    return isValue ? Span.hit(start, end) : Span.miss(start);
  }
}
