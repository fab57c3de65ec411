package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  @ParameterizedTest
  @CsvSource({
    "a%40b, a@b",
    "%41%42%43, ABC",
    "%c3%a9, é",
    "%C3%A9x%41, éxA",
    "%4, %4",
    "%, %",
    "a%4, a%4",
    "a%41, aA",
    "%4g, %4g",
    "%g4, %g4",
    "%2541, %41",
    "%%41, %A",
    "100%, 100%",
    "'', ''"
  })
  void isDecodedAsUtf8(String text, String plain) {
    assertThat(Percent.decode(text)).isEqualTo(plain);
    assertThat(Percent.decode("%" + text + "41", 1, text.length() + 1)).isEqualTo(plain);
  }

  @Test
  void isFoundInsideTheBordersOnly() {
    assertThat(Percent.hasEscape("a%41", 0, 4)).isTrue();
    assertThat(Percent.hasEscape("a%41", 0, 3)).isFalse();
    assertThat(Percent.hasEscape("%41a", 1, 4)).isFalse();
    assertThat(Percent.isEscape("%4", 0)).isFalse();
    assertThat(Percent.isEscape("%41", 0)).isTrue();
    assertThat(Percent.isEscape("x41", 0)).isFalse();
  }

  @Test
  void standsInAPieceWithBorders() {
    String text = "/a b/x%41y?c";

    assertThat(Percent.pieceStart(text, 6, 0)).isEqualTo(5);
    assertThat(Percent.pieceStart(text, 6, 6)).isEqualTo(6);
    assertThat(Percent.pieceStart("ab%41", 2, 0)).isZero();
    assertThat(Percent.pieceEnd(text, 6)).isEqualTo(10);
    assertThat(Percent.pieceEnd("ab%41", 2)).isEqualTo(5);
    assertThat(Percent.pieceEnd("ab%41 x", 2)).isEqualTo(5);
  }
}
