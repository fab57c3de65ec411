package dev.whence.scrub.assign;

import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Rule;
import dev.whence.scrub.text.Span;

/**
 * Finds a secret in quotes that stands right behind a word such as "password", as in SQL:
 * {@code IDENTIFIED BY 'x'}, {@code WITH PASSWORD 'x'}. What has blanks in it is a sentence.
 */
public final class Quotes {
  private static final int LONGEST = 256;
  private static final int SET_LIMIT = 96;
  private static final String SET = "set password for ";
  private static final String[] WORDS = {"password", "passwd", "passphrase", "pwd", "passcode"};

  /** What these announce must look like a secret too: a parser's token is a word. */
  private static final String[] TOKENS = {"token", "key", "secret"};

  private final KeyRules keys;

  public Quotes(KeyRules keys) {
    this.keys = keys;
  }

  /** Looks for a value in the quotes that open at {@code at}. */
  public long find(CharSequence text, int at, int floor) {
    int wordEnd = Chars.blanksStart(text, at, floor);
    boolean isToken = wordEnd < at && isOneOf(text, wordEnd, floor, TOKENS);
    boolean isSecret = wordEnd < at
        && !isToken
        && (isAnnounced(text, wordEnd, floor) || isSet(text, wordEnd, floor));
    if (!isSecret && !isToken) {
      return Span.miss(at);
    }
    int end = at + 1;
    while (end < text.length()
        && end - at <= LONGEST
        && isValue(text.charAt(end), text.charAt(at))) {
      end++;
    }
    boolean isQuoted = end > at + 3
        && end < text.length()
        && text.charAt(end) == text.charAt(at)
        && Rule.markerAt(text, at + 1) == 0
        && !isName(text, at + 1, end)
        && (isSecret || isRandom(text, at + 1, end));
    return isQuoted ? Span.hit(at + 1, end) : Span.miss(at);
  }

  private static boolean isValue(char c, char quote) {
    return c > ' ' && c != quote;
  }

  private static boolean isOneOf(CharSequence text, int end, int floor, String[] words) {
    return Chars.isOneOf(text, Chars.wordStart(text, end, Math.max(floor, end - 16)), end, words);
  }

  /** Whether digits and letters of both cases are mixed, twenty and more. */
  private static boolean isRandom(CharSequence text, int start, int end) {
    int kinds = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isWord(c) && c != '-') {
        return false;
      }
      kinds |= Chars.isDigit(c) ? 1 : Chars.isUpper(c) ? 2 : Chars.isLetter(c) ? 4 : 0;
    }
    return kinds == 7 && end - start >= 20;
  }

  private static boolean isAnnounced(CharSequence text, int end, int floor) {
    int start = Chars.wordStart(text, end, Math.max(floor, end - 16));
    return Chars.isOneOf(text, start, end, WORDS)
        || (Chars.isWordAt(text, start, end, "by") && isIdentified(text, start, floor));
  }

  /** Whether {@code SET PASSWORD FOR someone =} ends there. */
  private static boolean isSet(CharSequence text, int end, int floor) {
    if (end <= floor || text.charAt(end - 1) != '=') {
      return false;
    }
    int lowest = Math.max(floor, end - SET_LIMIT);
    for (int i = end - SET.length(); i >= lowest; i--) {
      if (Chars.isWordAt(text, i, i + SET.length(), SET)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIdentified(CharSequence text, int by, int floor) {
    int end = Chars.blanksStart(text, by, floor);
    int start = Chars.wordStart(text, end, Math.max(floor, end - 16));
    if (Chars.isWordAt(text, start, end, "identified")) {
      return true;
    }
    int with =
        Chars.blanksStart(text, Chars.wordStart(text, end, Math.max(floor, end - 32)), floor);
    int identified = Chars.blanksStart(text, with - 4, floor);
    return Chars.isWordAt(text, Math.max(floor, with - 4), with, "with")
        && Chars.isWordAt(text, Math.max(floor, identified - 10), identified, "identified");
  }

  /** Whether a property or a place-holder is named: {@code 'app.jwt.secret'}, {@code '${x}'}. */
  private boolean isName(CharSequence text, int start, int end) {
    return Chars.startsWith(text, start, "${")
        || (mayBeName(text, start, end) && keys.decide(text, start, end).hidesTree());
  }

  /** Whether a name may stand there: secrets have digits, and words between them by chance. */
  private static boolean mayBeName(CharSequence text, int start, int end) {
    boolean hasDigit = false;
    boolean hasDot = false;
    for (int i = start; i < end; i++) {
      hasDigit |= Chars.isDigit(text.charAt(i));
      hasDot |= text.charAt(i) == '.';
    }
    return hasDot || !hasDigit;
  }
}
