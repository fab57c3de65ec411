package dev.whence.scrub.assign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodeTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\\u0070in, pin",
        "p\\u0069n, pin",
        "pi\\u006e, pin",
        "pi\\u006E, pin",
        "\\u0070\\u0069n, pin",
        "\\u12AfX, \u12afX",
        "pi\\u006, pi\\u006",
        "pi\\u00g6, pi\\u00g6",
        "pi\\u006é, pi\\u006é",
        "pi\\x0061, pi\\x0061",
        "pi\\\\, pi\\\\",
        "pi, pi"
      })
  void readsWholeEscapesAndNothingElse(String text, String plain) {
    assertThat(Unicode.decode(text, 0, text.length())).isEqualTo(plain);
  }

  @Test
  void readsNoEscapeThatGoesOnBehindTheEnd() {
    assertThat(Unicode.decode("xp\\u0069n", 1, 8)).isEqualTo("pi");
    assertThat(Unicode.decode("xp\\u0069n", 1, 7)).isEqualTo("p\\u006");
  }
}
