package dev.whence.scrub.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStringsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, plain",
        "`a\\\"b`, `a\"b`",
        "a\\\\b, a\\b",
        "a\\/b, a/b",
        "\\b\\f\\n\\r\\t, `\b\f\n\r\t`",
        "\\u0041\\u00e9\\u00E9, Aéé",
        "x\\u0041y, xAy",
        "\\u004, u004",
        "\\u004g, u004g",
        "\\u004é, u004é",
        "\\q\\', q'",
        "a\\, a\\",
        "\\\\u0041, \\u0041",
        "``, ``"
      })
  void readsEscapes(String string, String plain) {
    assertThat(JsonStrings.plain(string, 0, string.length())).isEqualTo(plain);
    assertThat(JsonStrings.plain("\\" + string + "0041", 1, string.length() + 1))
        .isEqualTo(plain);
  }

  @Test
  void writesEscapes() {
    assertThat(JsonStrings.quoted("\"\\/\b\f\n\r\t\u0000\u001f é\ud83d"))
        .isEqualTo("\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f é\ud83d");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`ab\"c`, 2", "`a\\\"b\"`, 4", "`a\\\\\"`, 3", "`ab`, 2", "`a\\`, 2", "`\"`, 0"})
  void findsTheEndOfAString(String text, int end) {
    assertThat(JsonStrings.end(text, 0)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{}x`, 2",
        "`[1,[2],{\"a\":3}]x`, 15",
        "`{\"}\":1}x`, 7",
        "`{\"\\\"}\":1}x`, 9",
        "`[1`, 2",
        "`[{]}x`, 4",
        "`{\"a`, 3"
      })
  void findsTheEndOfATree(String text, int end) {
    assertThat(JsonStrings.treeEnd(text, 0)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`17,`, 2",
        "`-1.5e+3]`, 7",
        "`1E5}`, 3",
        "`true `, 4",
        "`null`, 4",
        "`09az`, 4",
        "`17x?`, 0",
        "`17:`, 0",
        "`A`, 0",
        "`,`, 0",
        "`/0`, 0"
      })
  void findsTheEndOfAScalar(String text, int end) {
    assertThat(JsonStrings.scalarEnd(text, 0)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "'true,', 4, true",
    "'false,', 5, true",
    "'null,', 4, true",
    "'tru,', 3, false",
    "'tru', 3, true",
    "'fal', 3, true",
    "'n', 1, true",
    "'oops', 4, false"
  })
  void knowsWords(String text, int end, boolean isWord) {
    assertThat(JsonStrings.isWord(text, 0, end)).isEqualTo(isWord);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " \t\uFEFFx,3",
        "x,0",
        "'  ',2",
        "/*a*/x,5",
        "/*a* /x,7",
        "/**/ /*b*/x,10",
        "//a,3",
        "/x,0",
        "'',0"
      })
  void stepsOverBlanksAndComments(String text, int end) {
    assertThat(JsonStrings.blanksEnd(text, 0)).isEqualTo(end);
  }

  @Test
  void stepsOverLines() {
    assertThat(JsonStrings.blanksEnd("//a\nx", 0)).isEqualTo(4);
    assertThat(JsonStrings.blanksEnd("\r\n //\n//", 0)).isEqualTo(8);
    assertThat(JsonStrings.blanksEnd("x", 5)).isEqualTo(1);
    assertThat(JsonStrings.commentEnd("/*/x", 0)).isEqualTo(4);
    assertThat(JsonStrings.commentEnd("//", 0)).isEqualTo(2);
    assertThat(JsonStrings.commentEnd("/*", 0)).isEqualTo(2);
  }

  @Test
  void findsTheLastMark() {
    assertThat(JsonStrings.lastMark("a, \n")).isEqualTo(1);
    assertThat(JsonStrings.lastMark("a")).isZero();
    assertThat(JsonStrings.lastMark("  ")).isZero();
  }
}
