package dev.whence.scrub.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;

/** Finds credentials that no name announces: behind an Authorization scheme and in a URL. */
final class Credentials {
  private static final int AUTHORITY_LIMIT = 1_024;
  private static final int TOKEN_LIMIT = 8_192;
  private static final int LONG_TOKEN = 16;

  private Credentials() {}

  /** Looks for {@code Bearer x} or {@code Basic x} where a word begins at {@code at}. */
  static long findScheme(CharSequence text, int at) {
    int word = Chars.wordEnd(text, at);
    boolean isBearer = Chars.isWordAt(text, at, word, "bearer");
    int start = blanksEnd(text, word);
    if (start == word || !(isBearer || Chars.isWordAt(text, at, word, "basic"))) {
      return Span.miss(word);
    }
    int end = tokenEnd(text, start);
    boolean isSecret = isBearer ? isToken(text, start, end) : isUserAndPassword(text, start, end);
    return isSecret ? Span.hit(Rule.CREDENTIAL, start, end) : Span.miss(word);
  }

  /** Looks for a user and a password in the authority of the URL whose colon is at {@code at}. */
  static long findUserInfo(CharSequence text, int at) {
    int start = at + 3;
    int sign = -1;
    int highest = Math.min(text.length(), start + AUTHORITY_LIMIT);
    for (int i = start; i < highest && isAuthority(text, i); i++) {
      sign = text.charAt(i) == '@' ? i : sign;
    }
    return sign <= start ? Span.miss(start) : Span.hit(Rule.CREDENTIAL, start, sign);
  }

  /** Returns the end of at most eight blanks. */
  static int blanksEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && end - from < 8 && Chars.isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int tokenEnd(CharSequence text, int start) {
    int highest = Math.min(text.length(), start + TOKEN_LIMIT);
    int end = start;
    while (end < highest && isTokenPart(text.charAt(end))) {
      end++;
    }
    return end > start && text.charAt(end - 1) == '.' ? end - 1 : end;
  }

  private static boolean isTokenPart(char c) {
    return Chars.isLetter(c) || Chars.isDigit(c) || "-._~+/=".indexOf(c) >= 0;
  }

  private static boolean isToken(CharSequence text, int start, int end) {
    if (end - start >= LONG_TOKEN) {
      return true;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c) || c == '.' || c == '_' || c == '-') {
        return true;
      }
    }
    return false;
  }

  private static boolean isUserAndPassword(CharSequence text, int start, int end) {
    try {
      byte[] user = Base64.getDecoder().decode(text.subSequence(start, end).toString());
      return new String(user, ISO_8859_1).indexOf(':') >= 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isAuthority(CharSequence text, int at) {
    char c = text.charAt(at);
    return c > ' ' && "/?#\"'`<>\\".indexOf(c) < 0 && Rule.markerAt(text, at) == 0;
  }
}
