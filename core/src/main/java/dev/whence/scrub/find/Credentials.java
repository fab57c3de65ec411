package dev.whence.scrub.find;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;
import java.util.Base64;

/** Finds credentials that no name announces: behind an Authorization scheme and in a URL. */
final class Credentials {
  private static final int AUTHORITY_LIMIT = 1_024;
  private static final int TOKEN_LIMIT = 8_192;
  private static final int LONG_TOKEN = 16;

  private Credentials() {}

  /** Looks for {@code Bearer x} or {@code Basic x} where a word begins at {@code at}. */
  static long findScheme(CharSequence text, int at, int floor) {
    int word = Chars.wordEnd(text, at);
    boolean isBearer = Chars.isWordAt(text, at, word, "bearer");
    int start = Chars.blanksEnd(text, word);
    if (start == word || !(isBearer || Chars.isWordAt(text, at, word, "basic"))) {
      return Span.miss(word);
    }
    int end = tokenEnd(text, start);
    boolean isSecret = isBearer ? isToken(text, start, end) : isUserAndPassword(text, start, end);
    return isSecret ? Span.hit(start, end) : Span.miss(word);
  }

  /** Looks for a user and a password in the authority of the URL whose colon is at {@code at}. */
  static long findUserInfo(CharSequence text, int at, int floor) {
    boolean isRelative = isRelative(text, at);
    if (!isRelative && !Chars.startsWith(text, at, "://")) {
      return Span.miss(at);
    }
    int start = at + (isRelative ? 2 : 3);
    int sign = -1;
    int highest = Math.min(text.length(), start + AUTHORITY_LIMIT);
    for (int i = start; i < highest && isAuthority(text, i); i++) {
      sign = text.charAt(i) == '@' ? i : sign;
    }
    if (isRelative && !hasColon(text, start, sign)) {
      return Span.miss(at);
    }
    return sign <= start ? Span.miss(start) : Span.hit(start, sign);
  }

  /** Whether a URL without a scheme begins there: {@code //user:password@host}. */
  private static boolean isRelative(CharSequence text, int at) {
    return Chars.startsWith(text, at, "//")
        && (at == 0 || text.charAt(at - 1) <= ' ' || "\"'=(".indexOf(text.charAt(at - 1)) >= 0);
  }

  private static boolean hasColon(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  /** Looks for {@code jdbc:oracle:thin:user/password@host}. */
  static long findOracle(CharSequence text, int at, int floor) {
    if (!Chars.isWordAt(text, at, Math.min(text.length(), at + 12), "jdbc:oracle:")) {
      return Span.miss(at);
    }
    int highest = Math.min(text.length(), at + AUTHORITY_LIMIT);
    int slash = -1;
    for (int i = at + 12; i < highest && text.charAt(i) > ' '; i++) {
      if (text.charAt(i) == '@') {
        boolean isPassword = slash > 0 && slash + 1 < i && Rule.markerAt(text, slash + 1) == 0;
        return isPassword ? Span.hit(slash + 1, i) : Span.miss(at);
      }
      slash = text.charAt(i) == '/' && slash < 0 ? i : slash;
    }
    return Span.miss(at);
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
