package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Finder;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;
import java.util.List;

/**
 * Finds vendors' keys that nothing begins but that a sign inside gives away: Telegram's bot tokens,
 * Discord's, Mailchimp's keys and client secrets of Microsoft Entra.
 */
final class CentredKeys {
  /** The families and the signs inside them. */
  static final List<Finder> FINDERS = List.of(
      finder("telegram-bot-token", ":A", CentredKeys::telegram),
      finder("mailchimp-key", "-u", CentredKeys::mailchimp),
      finder("entra-client-secret", "~", CentredKeys::entra),
      finder("discord-bot-token", ".", CentredKeys::discord));

  private CentredKeys() {}

  private static Finder finder(String id, String sign, Finder.Verifier verifier) {
    return new Finder(new Rule(id, Rule.KEY_MARKER), sign, verifier);
  }

  /** {@code 123456789:AAF…}, an account's number and 35 characters. */
  private static long telegram(CharSequence text, int at, int floor) {
    if (!Chars.startsWith(text, at, ":AA")) {
      return Span.miss(at);
    }
    int word = start(text, at, Math.max(floor, at - 16));
    int start = Chars.startsWith(text, word, "bot") ? word + 3 : word;
    int end = end(text, at + 1, 48, "_-");
    boolean isToken =
        at - start >= 7 && Chars.digitsEnd(text, start, 12) == at && end - at - 1 >= 30;
    return isToken ? Span.hit(start, end) : Span.miss(at);
  }

  /** 32 hexadecimal digits and a data centre, {@code …-us12}. */
  private static long mailchimp(CharSequence text, int at, int floor) {
    if (!Chars.startsWith(text, at, "-us") || !Chars.isDigitAt(text, at + 3)) {
      return Span.miss(at);
    }
    int start = start(text, at, Math.max(floor, at - 40));
    int end = Chars.digitsEnd(text, at + 3, 3);
    boolean isKey = at - start == 32 && isHex(text, start, at) && Chars.mayEnd(text, end);
    return isKey ? Span.hit(start, end) : Span.miss(at);
  }

  /** Three characters, a digit, {@code Q~} and at least 31 characters. */
  private static long entra(CharSequence text, int at, int floor) {
    int start = at - 5;
    boolean isCentre = start >= floor
        && text.charAt(at - 1) == 'Q'
        && Chars.isDigit(text.charAt(at - 2))
        && (start == floor || !Chars.isWord(text.charAt(start - 1)));
    if (!isCentre) {
      return Span.miss(at);
    }
    int end = end(text, at + 1, 64, "_~.-");
    return end - at > 31 ? Span.hit(start, end) : Span.miss(at);
  }

  /** An account's number in base64, six characters and at least 27 more, parted by dots. */
  private static long discord(CharSequence text, int at, int floor) {
    int second = at + 7;
    if (!Chars.startsWith(text, second, ".") || end(text, at + 1, 7, "_-") != second) {
      return Span.miss(at);
    }
    int start = start(text, at, Math.max(floor, at - 32));
    int end = end(text, second + 1, 64, "_-");
    boolean isToken = at - start >= 23
        && at - start <= 28
        && end - second > 27
        && "MNOQRSTUVWXYZ".indexOf(text.charAt(start)) >= 0
        && hasDigit(text, second, end);
    return isToken ? Span.hit(start, end) : Span.miss(at);
  }

  private static int start(CharSequence text, int end, int lowest) {
    return Chars.wordStart(text, end, lowest);
  }

  private static int end(CharSequence text, int from, int limit, String others) {
    int end = from;
    while (end < text.length() && end - from < limit && isPart(text.charAt(end), others)) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char c, String others) {
    return Chars.isLetter(c) || Chars.isDigit(c) || others.indexOf(c) >= 0;
  }

  private static boolean isHex(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = Chars.lower(text.charAt(i));
      if (!Chars.isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Chars.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
