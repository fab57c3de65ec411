package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/**
 * Finds private keys in PEM (RFC 7468) and PGP armour (RFC 9580), also with escaped line ends, and
 * without an end. Certificates and public keys stay.
 */
final class PrivateKeys {
  private static final String BEGIN = "-----BEGIN";
  private static final String DASHES = "-----";
  /** A blank and what may stand behind it. */
  private static final int LABEL_LIMIT = 65;

  private PrivateKeys() {}

  static long find(CharSequence text, int at, int floor) {
    if (!Chars.startsWith(text, at, BEGIN)) {
      return Span.miss(at);
    }
    int label = at + BEGIN.length();
    int labelEnd = labelEnd(text, label);
    boolean isPrivate =
        Chars.startsWith(text, labelEnd, DASHES) && isPrivate(text, label, labelEnd);
    return isPrivate ? Span.hit(at, end(text, labelEnd + DASHES.length())) : Span.miss(labelEnd);
  }

  private static int labelEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < LABEL_LIMIT
        && (Chars.isUpper(text.charAt(end)) || " +0123456789".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static boolean isPrivate(CharSequence text, int start, int end) {
    String label = text.subSequence(start, end).toString();
    return label.replace('+', ' ').contains("PRIVATE KEY");
  }

  /** Returns the end of the armour's last line, or of what may belong to it. */
  private static int end(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && isBody(text.charAt(at))) {
      if (Chars.startsWith(text, at, "-----END")) {
        int labelEnd = labelEnd(text, at + "-----END".length());
        return Chars.startsWith(text, labelEnd, DASHES) ? labelEnd + DASHES.length() : labelEnd;
      }
      at++;
    }
    return at;
  }

  /**
   * Base64, line ends in plain or escaped, and headers such as {@code DEK-Info: AES-128-CBC,0A}.
   */
  private static boolean isBody(char c) {
    return Chars.isWord(c) || " \t\r\n\\+/=-:,.()%…".indexOf(c) >= 0;
  }
}
