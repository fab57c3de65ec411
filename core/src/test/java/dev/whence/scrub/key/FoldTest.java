package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
  @ParameterizedTest
  @CsvSource({"a, 0", "A, 0", "z, 25", "Z, 25", "-, 26", "_, 26", "., 26", "' ', 26", "'\t', 26"})
  void countsLettersAndDropsSeparators(char c, int letter) {
    assertThat(Fold.letter(c)).isEqualTo(letter);
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "@", "[", "`", "{", "/", "\u007f", "\u0080", "ı", "İ", "é"})
  void takesAllElseForNoLetter(char c) {
    assertThat(Fold.letter(c)).isEqualTo(Fold.OTHER);
    assertThat(Fold.isLetter(c)).isFalse();
    assertThat(Fold.lower(c)).isEqualTo(c);
  }

  @Test
  void foldsNames() {
    assertThat(Fold.name("X-Api_Key.A b\tZ1é")).isEqualTo("xapikeyabz1é");
    assertThat(Fold.isUpper('A') && Fold.isUpper('Z')).isTrue();
    assertThat(Fold.isUpper('a') || Fold.isUpper('@') || Fold.isUpper('[')).isFalse();
    assertThat(Fold.isLetter('a') && Fold.isLetter('z')).isTrue();
  }
}
