package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/**
 * Finds telephone numbers: with a country code, with parentheses, in groups of 3-3-4, and other
 * runs of digits only behind a word such as "phone".
 */
final class Phones {
  private static final int FEWEST = 7;
  private static final int FEWEST_WITH_COUNTRY = 8;
  private static final int MOST = 15;
  private static final int COMPLETE = 11;
  private static final String[] CONTEXT_WORDS = {
    "phone",
    "telephone",
    "phones",
    "cellphone",
    "phonenumber",
    "mobile",
    "tel",
    "sms",
    "call",
    "fax"
  };

  private Phones() {}

  /** Looks for a number whose country code follows the plus at {@code at}. */
  static long findInternational(CharSequence text, int at, int floor) {
    if (isJoined(text, at, floor)) {
      return Span.miss(at + 1);
    }
    long read = groups(text, at + 1, " -.()/");
    return digits(read) < FEWEST_WITH_COUNTRY ? Span.miss(at + 1) : Span.hit(at, end(read));
  }

  /** Looks for a number whose area code is in the parentheses at {@code at}. */
  static long findInParentheses(CharSequence text, int at, int floor) {
    int close = Chars.digitsEnd(text, at + 1, MOST);
    int areaLength = close - at - 1;
    boolean isArea = areaLength >= 2 && areaLength <= 5 && Chars.startsWith(text, close, ")");
    if (!isArea || isJoined(text, at, floor)) {
      return Span.miss(at + 1);
    }
    int rest = gapEnd(text, close + 1);
    int end = areaLength == 3 ? threeFourEnd(text, rest) : -1;
    if (end < 0 && text.charAt(at + 1) == '0') {
      long read = groups(text, rest, " -/");
      end = digits(read) + areaLength >= FEWEST ? end(read) : -1;
    }
    return end < 0 ? Span.miss(at + 1) : Span.hit(at, end);
  }

  /** Looks for a number that begins with the digit at {@code at}. */
  static long find(CharSequence text, int at, int floor) {
    int end = end(text, at, floor);
    return end < 0 ? Span.miss(at) : Span.hit(at, end);
  }

  private static int end(CharSequence text, int at, int floor) {
    if (!Chars.mayBegin(text, at, floor)) {
      return -1;
    }
    boolean hasTrunk = text.charAt(at) == '1' && gapEnd(text, at + 1) > at + 1;
    int end = groupedEnd(text, hasTrunk ? gapEnd(text, at + 1) : at);
    if (end >= 0) {
      return end;
    }
    long read = groups(text, at, " -./");
    boolean isPhone = digits(read) >= FEWEST
        && !isTimeOrAddress(text, at, end(read))
        && Chars.hasContext(text, at, floor, CONTEXT_WORDS);
    return isPhone ? end(read) : -1;
  }

  private static boolean isJoined(CharSequence text, int at, int floor) {
    return at > floor && Chars.isWord(text.charAt(at - 1));
  }

  private static int groupedEnd(CharSequence text, int at) {
    if (!isCode(text, at)) {
      return -1;
    }
    int rest = gapEnd(text, at + 3);
    return rest == at + 3 ? -1 : threeFourEnd(text, rest);
  }

  /** Returns the end of {@code 555-0194} or the like, -1 if something else begins there. */
  private static int threeFourEnd(CharSequence text, int at) {
    int four = gapEnd(text, at + 3);
    boolean isNumber = isCode(text, at)
        && four > at + 3
        && Chars.digitsEnd(text, four, MOST) == four + 4
        && Chars.mayEnd(text, four + 4);
    return isNumber ? four + 4 : -1;
  }

  /** Whether three digits stand at {@code at} that may be an area or an exchange. */
  private static boolean isCode(CharSequence text, int at) {
    return Chars.digitsEnd(text, at, 4) == at + 3 && text.charAt(at) >= '2';
  }

  private static int gapEnd(CharSequence text, int at) {
    boolean isGap = at < text.length() && " -.".indexOf(text.charAt(at)) >= 0;
    return isGap ? at + 1 : at;
  }

  /** Reads groups of digits with at most two of {@code gaps} between them. */
  private static long groups(CharSequence text, int from, String gaps) {
    int at = from;
    int digits = 0;
    long read = read(0, from);
    while (digits <= MOST) {
      int start = groupStart(text, at, gaps);
      boolean isTail = digits >= FEWEST && !Chars.isDigitAt(text, start + 1);
      if (start < 0 || digits >= COMPLETE || isTail) {
        return read;
      }
      at = Chars.digitsEnd(text, start, MOST + 1);
      digits += at - start;
      if (digits <= MOST && Chars.mayEnd(text, at)) {
        read = read(digits, at);
      }
    }
    return read;
  }

  private static int groupStart(CharSequence text, int from, String gaps) {
    int at = from;
    while (at < from + 2 && at < text.length() && gaps.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Chars.isDigitAt(text, at) ? at : -1;
  }

  private static long read(int digits, int end) {
    return ((long) digits << 32) | end;
  }

  private static int digits(long read) {
    return (int) (read >>> 32);
  }

  private static int end(long read) {
    return (int) read;
  }

  /** Whether the digits are seconds or milliseconds since 1970, a date or an IP address. */
  private static boolean isTimeOrAddress(CharSequence text, int start, int end) {
    int group = Chars.digitsEnd(text, start, MOST) - start;
    boolean isWhole = group == end - start;
    if (isWhole) {
      return text.charAt(start) == '1' && (group == 10 || group == 13);
    }
    boolean isYear = Chars.startsWith(text, start, "19") || Chars.startsWith(text, start, "20");
    return (group == 4 && isYear) || dots(text, start, end) == 3;
  }

  private static int dots(CharSequence text, int start, int end) {
    int dots = 0;
    for (int i = start; i < end; i++) {
      dots += text.charAt(i) == '.' ? 1 : 0;
    }
    return dots;
  }
}
