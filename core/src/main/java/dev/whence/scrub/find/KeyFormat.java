package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a vendor's key looks like behind its prefix: runs of characters and literals between them,
 * such as <code>t{22} '.' t{43}</code>. Read without going back. Immutable.
 */
final class KeyFormat {
  /** A literal in quotes, or an alphabet and its count. */
  private static final Pattern ELEMENT =
      Pattern.compile("'([^']+)' *|([dxbuawts])\\{(\\d+)(?:,(\\d*))?} *");

  /** The most characters of a run that something follows, which keeps looking for it linear. */
  private static final int MOST_INSIDE = 256;

  private final String[] prefixes;
  private final List<Element> body;

  private KeyFormat(String[] prefixes, List<Element> body) {
    this.prefixes = prefixes;
    this.body = body;
  }

  /**
   * Reads a format.
   *
   * @param prefixes what keys begin with, parted by blanks
   * @param body <code>c{n}</code>, <code>c{n,}</code> and <code>c{n,m}</code> for runs of an
   *     {@link Alphabet}, literals in single quotes, parted by blanks
   * @throws IllegalArgumentException if {@code body} is something else, or a run without a bound is
   *     not its end, which would make looking for it take more than linear time
   */
  static KeyFormat parse(String prefixes, String body) {
    List<Element> elements = new ArrayList<>();
    Matcher parts = ELEMENT.matcher(body);
    int at = 0;
    while (parts.find() && parts.start() == at) {
      boolean isLast = parts.end() == body.length();
      Element element = Element.of(parts);
      elements.add(isLast ? element : element.bounded());
      at = parts.end();
    }
    if (at < body.length()) {
      throw new IllegalArgumentException("\"" + body.substring(at) + "\" in \"" + body
          + "\" is no run such as a{20} and no literal such as '-'");
    }
    return new KeyFormat(prefixes.split(" +", -1), elements);
  }

  /**
   * Looks for a key whose prefix begins at {@code at}; where that is a host and a path it stays.
   */
  long find(CharSequence text, int at, int floor) {
    for (String prefix : prefixes) {
      if (Chars.startsWith(text, at, prefix)) {
        int end = end(text, at + prefix.length());
        if (end > 0) {
          return Span.hit(prefix.indexOf('/') > 1 ? at + prefix.length() : at, end);
        }
      }
    }
    return Span.miss(at);
  }

  private int end(CharSequence text, int from) {
    int at = from;
    for (Element element : body) {
      at = element.end(text, at);
      if (at < 0) {
        return -1;
      }
    }
    int wordEnd = Chars.wordEnd(text, at);
    boolean isWhole = wordEnd == at || body.get(body.size() - 1).isUnbounded();
    return isWhole ? wordEnd : -1;
  }

  /** A run of at least and at most so many characters, or a literal. */
  private record Element(Alphabet alphabet, int least, int most, String literal) {
    static Element of(MatchResult part) {
      if (part.group(1) != null) {
        return new Element(Alphabet.d, 0, 0, part.group(1));
      }
      int least = Integer.parseInt(part.group(3));
      String last = part.group(4);
      int most = last == null ? least : last.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(last);
      return new Element(Alphabet.valueOf(part.group(2)), least, most, "");
    }

    /** Returns this run with a bound, since something must follow that may not be there. */
    Element bounded() {
      return isUnbounded() ? new Element(alphabet, least, MOST_INSIDE, literal) : this;
    }

    boolean isUnbounded() {
      return most == Integer.MAX_VALUE;
    }

    /** Returns the end of what begins at {@code from}, -1 if something else does. */
    int end(CharSequence text, int from) {
      if (!literal.isEmpty()) {
        return Chars.startsWith(text, from, literal) ? from + literal.length() : -1;
      }
      int at = from;
      while (at < text.length() && at - from < most && alphabet.has(text.charAt(at))) {
        at++;
      }
      return at - from < least ? -1 : at;
    }
  }

  /** The sets of characters that keys are made of. */
  private enum Alphabet {
    /** Digits. */
    d("0123456789"),
    /** Hexadecimal digits. */
    x("0123456789abcdefABCDEF"),
    /** Base32. */
    b("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    /** Upper-case letters and digits. */
    u("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
    /** Letters and digits. */
    a("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
    /** Letters, digits and the underscore. */
    w("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"),
    /** The alphabet of base64url (RFC 4648, section 5). */
    t("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"),
    /** The alphabet of base64 (RFC 4648, section 4). */
    s("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    private final long low;
    private final long high;

    Alphabet(String characters) {
      long lowBits = 0;
      long highBits = 0;
      for (int i = 0; i < characters.length(); i++) {
        char c = characters.charAt(i);
        lowBits |= c < 64 ? 1L << c : 0;
        highBits |= c >= 64 ? 1L << (c - 64) : 0;
      }
      low = lowBits;
      high = highBits;
    }

    boolean has(char c) {
      return c < 128 && ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
    }
  }
}
