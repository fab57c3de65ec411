package dev.whence.scrub.assign;

import dev.whence.scrub.text.Chars;

/** Tells what is said about a secret, {@code password: must not be blank}, from the secret. */
final class Prose {
  /** How Spring begins to say what it did not bind. */
  static final String REJECTED = "rejected value [";

  /** First words of what people write behind "password:" when they mean no password. */
  private static final String[] FIRST_WORDS =
      ("must is was are not may can cannot should required invalid missing a an the no expected"
              + " unknown too has have been length size expired wrong empty failed failure error"
              + " already does did could please unable contains needs unexpected malformed unbound"
              + " incorrect denied rejected revoked unsupported option argument"
              // as validators begin in German, French, Spanish and Portuguese
              + " darf muss ist nicht kein keine größe ne doit la el debe deve não")
          .split(" ");

  private Prose() {}

  static boolean isFirstWord(CharSequence text, int start, int end) {
    return Chars.isOneOf(text, start, end, FIRST_WORDS);
  }

  /** Whether prose begins with the word from {@code start}, behind a colon and a blank. */
  static boolean begins(CharSequence text, int start, int end, int operator) {
    boolean hasBlank = text.charAt(operator) == ':' && Chars.isBlank(text.charAt(operator + 1));
    return hasBlank && isFirstWord(text, start, end);
  }

  /** Whether words follow the colon at {@code operator} that stand for no value. */
  static boolean follows(CharSequence text, int operator) {
    int start = Chars.blanksEnd(text, operator + 1);
    int end = start;
    while (end < text.length() && Chars.isLetter(text.charAt(end))) {
      end++;
    }
    return text.charAt(operator) == ':'
        && !Chars.startsWith(text, start, REJECTED)
        && start > operator + 1
        && end > start
        && Chars.startsWith(text, end, " ")
        && end + 1 < text.length()
        && Chars.isLetter(text.charAt(end + 1));
  }
}
