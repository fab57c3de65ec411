package dev.whence.scrub.find;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;
import java.util.Base64;

/**
 * Finds JSON Web Tokens (RFC 7519) by their first part, which decodes to an object with the
 * parameter {@code alg} (RFC 7515, RFC 7516), and the dot behind it. The end may be missing.
 */
final class Jwts {
  private static final int HEADER_LIMIT = 2_048;
  private static final int SHORTEST_HEADER = 12;
  private static final int MOST_PARTS = 5;

  private Jwts() {}

  static long find(CharSequence text, int at, int floor) {
    if (!Chars.startsWith(text, at, "eyJ")) {
      return Span.miss(at);
    }
    int dot = partEnd(text, at, HEADER_LIMIT);
    boolean isHeader = dot - at >= SHORTEST_HEADER
        && Chars.startsWith(text, dot, ".")
        && isHeader(text.subSequence(at, dot).toString());
    return isHeader ? Span.hit(at, end(text, dot)) : Span.miss(dot);
  }

  private static int partEnd(CharSequence text, int from, int limit) {
    int end = from;
    while (end < text.length() && end - from < limit && isBase64Url(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int end(CharSequence text, int firstDot) {
    int end = firstDot;
    for (int part = 1; part < MOST_PARTS && Chars.startsWith(text, end, "."); part++) {
      int partEnd = partEnd(text, end + 1, text.length());
      if (partEnd == end + 1 && !Chars.startsWith(text, partEnd, ".")) {
        return end; // a sentence ends with this dot
      }
      end = partEnd;
    }
    return end;
  }

  private static boolean isBase64Url(char c) {
    return Chars.isLetter(c) || Chars.isDigit(c) || c == '-' || c == '_';
  }

  private static boolean isHeader(String part) {
    try {
      int whole = part.length() % 4 == 1 ? part.length() - 1 : part.length();
      byte[] json = Base64.getUrlDecoder().decode(part.substring(0, whole));
      return new String(json, ISO_8859_1).contains("\"alg\"");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
