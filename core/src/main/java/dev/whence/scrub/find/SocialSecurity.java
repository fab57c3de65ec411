package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/**
 * Finds US social security numbers, {@code AAA-GG-SSSS}, as the Social Security Administration
 * issues them: no area 000, 666 or 900 and above, no group 00, no serial 0000.
 */
final class SocialSecurity {
  private static final int LENGTH = 9;
  private static final String[] CONTEXT_WORDS = {"ssn", "ssns", "security", "social"};

  private SocialSecurity() {}

  /** Looks for a number that begins at {@code at}. */
  static long find(CharSequence text, int at, int floor) {
    int gap = at + 3;
    boolean hasArea = Chars.digitsEnd(text, at, LENGTH + 1) == gap;
    boolean isPlain = !hasArea && Chars.digitsEnd(text, at, LENGTH + 1) == at + LENGTH;
    if (!(isPlain || hasArea) || !Chars.mayBegin(text, at, floor)) {
      return Span.miss(at);
    }
    return isPlain ? plain(text, at, floor) : grouped(text, at, floor);
  }

  private static long plain(CharSequence text, int at, int floor) {
    boolean isNumber = isIssued(text, at, at + 3, at + 5)
        && Chars.mayEnd(text, at + LENGTH)
        && Chars.hasContext(text, at, floor, CONTEXT_WORDS);
    return isNumber ? Span.hit(at, at + LENGTH) : Span.miss(at);
  }

  private static long grouped(CharSequence text, int at, int floor) {
    int group = at + 4;
    int serial = at + 7;
    int end = at + 11;
    boolean hasGroups = Chars.digitsEnd(text, group, 3) == group + 2
        && Chars.digitsEnd(text, serial, 5) == end
        && text.charAt(group - 1) == text.charAt(serial - 1);
    if (!hasGroups || !isIssued(text, at, group, serial) || !mayEnd(text, end)) {
      return Span.miss(at);
    }
    char gap = text.charAt(at + 3);
    boolean isNumber =
        gap == '-' || (gap == ' ' && Chars.hasContext(text, at, floor, CONTEXT_WORDS));
    return isNumber ? Span.hit(at, end) : Span.miss(at);
  }

  /** Whether no part number goes on there, such as {@code 415-55-0100-B}. */
  private static boolean mayEnd(CharSequence text, int end) {
    boolean goesOn = Chars.startsWith(text, end, "-")
        && end + 1 < text.length()
        && Chars.isWord(text.charAt(end + 1));
    return !goesOn && Chars.mayEnd(text, end);
  }

  private static boolean isIssued(CharSequence text, int area, int group, int serial) {
    boolean isIssuedArea = text.charAt(area) != '9'
        && !Chars.startsWith(text, area, "000")
        && !Chars.startsWith(text, area, "666");
    return isIssuedArea
        && !Chars.startsWith(text, group, "00")
        && !Chars.startsWith(text, serial, "0000");
  }
}
