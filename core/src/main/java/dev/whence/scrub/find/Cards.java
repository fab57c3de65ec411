package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/** Finds payment card numbers: an issuer's prefix and length, and the Luhn check digit. */
final class Cards {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int PREFIX_LENGTH = 4;

  private Cards() {}

  /** Looks for a number that begins at {@code at}. */
  static long find(CharSequence text, int at, int floor) {
    int end = end(text, at, floor);
    return end < 0 ? Span.miss(at) : Span.hit(at, end);
  }

  private static int end(CharSequence text, int start, int floor) {
    if (!Chars.mayBegin(text, start, floor) || isInUuid(text, start)) {
      return -1;
    }
    int at = start;
    int count = 0;
    int prefix = 0;
    int evenDoubled = 0;
    int oddDoubled = 0;
    while (count < LONGEST && Chars.isDigitAt(text, at)) {
      int digit = text.charAt(at) - '0';
      prefix = count < PREFIX_LENGTH ? prefix * 10 + digit : prefix;
      evenDoubled += count % 2 == 0 ? doubled(digit) : digit;
      oddDoubled += count % 2 == 0 ? digit : doubled(digit);
      count++;
      at++;
      int sum = count % 2 == 0 ? evenDoubled : oddDoubled;
      if (sum % 10 == 0 && hasLength(prefix, count) && Chars.mayEnd(text, at)) {
        return at;
      }
      at = isGap(text, start, at) ? at + 1 : at;
    }
    return -1;
  }

  /** Whether the last two groups of a UUID begin there: {@code -aa3c-4111-596989692711}. */
  private static boolean isInUuid(CharSequence text, int start) {
    return start > 5
        && text.charAt(start - 1) == '-'
        && text.charAt(start - 6) == '-'
        && Chars.wordEnd(text, start - 5) == start - 1
        && Chars.startsWith(text, start + PREFIX_LENGTH, "-")
        && !Chars.startsWith(text, start + 2 * PREFIX_LENGTH + 1, "-");
  }

  private static int doubled(int digit) {
    return digit < 5 ? 2 * digit : 2 * digit - 9;
  }

  /** Whether one blank or hyphen parts two groups; the first group has four digits. */
  private static boolean isGap(CharSequence text, int start, int at) {
    int first = start + PREFIX_LENGTH;
    if (at < first || at + 1 >= text.length() || !Chars.isDigit(text.charAt(at + 1))) {
      return false;
    }
    char gap = text.charAt(first);
    return (gap == ' ' || gap == '-' || gap == '+') && text.charAt(at) == gap;
  }

  private static boolean hasLength(int prefix, int count) {
    if (count < SHORTEST) {
      return false;
    }
    int two = prefix / 100;
    if (prefix / 1000 == 4) {
      return count == 13 || count == 16 || count == 19;
    }
    if (two == 34 || two == 37) {
      return count == 15;
    }
    if (isDiners(prefix)) {
      return count == 14 || count >= 16;
    }
    return isLong(prefix) ? count >= 16 : isMastercard(prefix) && count == 16;
  }

  private static boolean isDiners(int prefix) {
    int two = prefix / 100;
    return (prefix >= 3000 && prefix <= 3059)
        || prefix == 3095
        || two == 36
        || two == 38
        || two == 39;
  }

  private static boolean isMastercard(int prefix) {
    return (prefix >= 5100 && prefix <= 5599) || (prefix >= 2221 && prefix <= 2720);
  }

  /** Discover, JCB, UnionPay, Maestro, Mir and RuPay: 16 digits and more. */
  private static boolean isLong(int prefix) {
    return switch (prefix) {
      case 6011, 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
      default ->
        (prefix >= 3528 && prefix <= 3589)
            || (prefix >= 6200 && prefix <= 6299)
            || (prefix >= 6440 && prefix <= 6599)
            || (prefix >= 2200 && prefix <= 2204)
            || (prefix >= 5080 && prefix <= 5089);
    };
  }
}
