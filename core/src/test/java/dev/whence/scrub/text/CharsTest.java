package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsTest {
  @Test
  void areSortedWithoutALocale() {
    String digits = "0123456789";
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (char c = 0; c < 128; c++) {
      boolean isDigit = digits.indexOf(c) >= 0;
      boolean isLetter = letters.indexOf(c) >= 0;

      assertThat(Chars.isDigit(c)).isEqualTo(isDigit);
      assertThat(Chars.isLetter(c)).isEqualTo(isLetter);
      assertThat(Chars.isUpper(c)).isEqualTo(letters.indexOf(c) >= 0 && letters.indexOf(c) < 26);
      assertThat(Chars.isLetterOrDigit(c)).isEqualTo(isDigit || isLetter);
      assertThat(Chars.isWord(c)).isEqualTo(isDigit || isLetter || c == '_');
      assertThat(Chars.lower(c)).isEqualTo(isLetter ? Character.toLowerCase(c) : c);
      assertThat(Chars.isBlank(c)).isEqualTo(c == ' ' || c == '\t');
      assertThat(Chars.isLineEnd(c)).isEqualTo(c == '\n' || c == '\r');
      assertThat(Chars.isQuote(c)).isEqualTo("\"'`".indexOf(c) >= 0);
    }
    assertThat(Chars.isWord('é') && Chars.isLetterOrDigit('é')).isTrue();
    assertThat(Chars.isWord('\u2026') || Chars.isLetterOrDigit('\u0080')).isFalse();
    assertThat(Chars.isLetter('é') || Chars.isDigit('٣') || Chars.isUpper('É')).isFalse();
    assertThat(Chars.isBlank('\u00a0')).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 0, true",
    "1999-01-02x, 0, true",
    "x2026-11-22, 1, true",
    "2026-11-2, 0, false",
    "2026-11-222, 0, false",
    "2026-1-222, 0, false",
    "2126-11-22, 0, false",
    "2026/11-22, 0, false",
    "2026-11/22, 0, false",
    "202611-122, 0, false",
    "20a6-11-22, 0, false",
    "2026-a1-22, 0, false",
    "2026-11-2a, 0, false"
  })
  void mayBeADate(String text, int at, boolean isDate) {
    assertThat(Chars.isDate(text, at)).isEqualTo(isDate);
  }

  @ParameterizedTest
  @CsvSource({
    "10:15, true",
    "T10:15, true",
    "x 10:15:30, true",
    "x10:15, false",
    "110:15, false",
    "1:15, false",
    "10:5, false",
    "10:1x, false",
    "1x:15, false",
    "x0:15, false",
    "10:, false"
  })
  void mayBeATime(String text, boolean isTime) {
    assertThat(Chars.isTime(text, text.indexOf(':'))).isEqualTo(isTime);
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, 7",
    "12345678, 7",
    "123456, 6",
    "12 34-56.7, 7",
    "1/2(3)4, 4",
    "123x4567, 3",
    "1                       2, 1", // the second one is the 25th character
    "1                      2, 2",
    "'', 0"
  })
  void areCountedAhead(String text, int digits) {
    assertThat(Chars.digitsAhead(text, 0)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "x12, 1, 0, false",
    "_12, 1, 0, false",
    "-12, 1, 0, true",
    "1-12, 2, 0, false",
    "1.12, 2, 0, false",
    "a.12, 2, 0, true",
    "1:12, 2, 0, true",
    "x12, 1, 1, true",
    "12, 0, 0, true",
    "1.12, 2, 2, true",
    "1.12, 2, 1, false"
  })
  void mayBeginANumber(String text, int at, int floor, boolean mayBegin) {
    assertThat(Chars.mayBegin(text, at, floor)).isEqualTo(mayBegin);
  }

  @ParameterizedTest
  @CsvSource({
    "12, true",
    "12x, false",
    "12_, false",
    "12@, false",
    "12., true",
    "12.x, true",
    "12.5, false",
    "12-5, false",
    "12-x, true",
    "12:5, true",
    "12é, false"
  })
  void mayEndANumber(String text, boolean mayEnd) {
    assertThat(Chars.mayEnd(text, 2)).isEqualTo(mayEnd);
  }

  @Test
  void areReadInWordsAndRuns() {
    assertThat(Chars.wordEnd("a b_1é-", 2)).isEqualTo(6);
    assertThat(Chars.wordStart("-b_1é ", 5, 0)).isEqualTo(1);
    assertThat(Chars.wordStart("ab", 2, 1)).isEqualTo(1);
    assertThat(Chars.blanksStart("x\t  y", 4, 0)).isEqualTo(1);
    assertThat(Chars.blanksStart("          ", 10, 0)).isEqualTo(2);
    assertThat(Chars.blanksStart("    ", 4, 3)).isEqualTo(3);
    assertThat(Chars.blanksEnd("x  \u00a0y", 1)).isEqualTo(4);
    assertThat(Chars.blanksEnd("          ", 0)).isEqualTo(8);
    assertThat(Chars.blanksEnd("  ", 0)).isEqualTo(2);
    assertThat(Chars.digitsEnd("a123", 1, 2)).isEqualTo(3);
    assertThat(Chars.digitsEnd("a123", 1, 9)).isEqualTo(4);
    assertThat(Chars.isDigitAt("1", -1) || Chars.isDigitAt("1", 1)).isFalse();
    assertThat(Chars.startsWith("abc", 1, "bc")).isTrue();
    assertThat(Chars.startsWith("abc", 1, "bcd") || Chars.startsWith("abc", -1, ""))
        .isFalse();
    assertThat(Chars.isWordAt("xPin", 1, 4, "pin")).isTrue();
    assertThat(Chars.isWordAt("xPin", 1, 3, "pin") || Chars.isWordAt("pan", 0, 3, "pin"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "call 1, 0, true",
    "CALL: 1, 0, true",
    "x call y 1, 0, true",
    "calls 1, 0, false",
    "recall 1, 0, false",
    "call [x] 1, 0, false",
    "call @ 1, 0, false",
    "call 1, 1, false",
    "call                    1, 0, true",
    "call                     1, 0, false"
  })
  void mayStandBehindAWord(String text, int floor, boolean hasContext) {
    int at = text.indexOf('1');

    assertThat(Chars.hasContext(text, at, floor, new String[] {"call", "tel"}))
        .isEqualTo(hasContext);
  }
}
