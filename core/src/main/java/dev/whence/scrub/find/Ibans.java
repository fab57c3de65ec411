package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Finds international bank account numbers (ISO 13616): a country, its length as the registry at
 * SWIFT has it, and the check of ISO 7064, mod 97-10.
 */
final class Ibans {
  private static final String LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28"
          + " CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23"
          + " GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20"
          + " LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29"
          + " PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26"
          + " UA29 VA22 VG24 XK20 YE30";

  /** The codes of the countries that take part, which begin a number. */
  static final String COUNTRIES = Arrays.stream(LENGTHS.split(" ", -1))
      .map(row -> row.substring(0, 2))
      .collect(Collectors.joining(" "));

  private static final byte[] LENGTH_BY_COUNTRY = new byte[26 * 26];

  static {
    for (String row : LENGTHS.split(" ", -1)) {
      LENGTH_BY_COUNTRY[country(row, 0)] = Byte.parseByte(row.substring(2));
    }
  }

  private Ibans() {}

  private static int country(CharSequence text, int at) {
    return (text.charAt(at) - 'A') * 26 + text.charAt(at + 1) - 'A';
  }

  /** Looks for a number whose country stands at {@code at}, in one piece or in groups of four. */
  static long find(CharSequence text, int at, int floor) {
    if (!Chars.isDigitAt(text, at + 2) || !Chars.isDigitAt(text, at + 3)) {
      return Span.miss(at);
    }
    int length = LENGTH_BY_COUNTRY[country(text, at)];
    int end = end(text, at, length);
    boolean isNumber = end > 0
        && (end == text.length() || !Chars.isWord(text.charAt(end)))
        && remainder(text, at, end) == 1;
    return isNumber ? Span.hit(at, end) : Span.miss(at);
  }

  /** Returns where {@code length} characters end, -1 if something else is between them. */
  private static int end(CharSequence text, int from, int length) {
    int read = 0;
    int at = from;
    while (read < length && at < text.length()) {
      char c = text.charAt(at);
      boolean isGap = read > 0 && read % 4 == 0 && (c == ' ' || c == '-' || c == '+');
      if (isGap && at + 1 < text.length() && text.charAt(at - 1) != c) {
        at++;
      } else if (Chars.isUpper(c) || Chars.isDigit(c)) {
        read++;
        at++;
      } else {
        return -1;
      }
    }
    return read == length ? at : -1;
  }

  private static int remainder(CharSequence text, int start, int end) {
    int remainder = 0;
    int head = start + 4;
    for (int i = head; i < end; i++) {
      remainder = append(remainder, text.charAt(i));
    }
    for (int i = start; i < head; i++) {
      remainder = append(remainder, text.charAt(i));
    }
    return remainder;
  }

  private static int append(int remainder, char c) {
    if (Chars.isDigit(c)) {
      return (remainder * 10 + c - '0') % 97;
    }
    return Chars.isUpper(c) ? (remainder * 100 + c - 'A' + 10) % 97 : remainder;
  }
}
