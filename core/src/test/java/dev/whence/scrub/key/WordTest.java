package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {
  @ParameterizedTest
  @CsvSource({
    "pwd, SENSITIVE",
    "PIN, SENSITIVE",
    "phones, IN_GROUPS",
    "Token, TOKEN",
    "mail, MAIL",
    "e, E",
    "pass, PASS",
    "db, BESIDE_PASS",
    "keys, KEY",
    "subscription, BESIDE_KEY",
    "ms, AMOUNT",
    "num, AMOUNT_OF_TOKENS",
    "expiry, ABOUT",
    "icd, OF_A_PATIENT",
    "prescription, OF_A_PATIENT",
    "prescriptions, OTHER",
    "colour, OTHER",
    "pinn, OTHER",
    "pi, OTHER",
    "'', OTHER"
  })
  void isWhatItsLettersSay(String letters, Word word) {
    assertThat(Word.of(letters, 0, letters.length())).isEqualTo(word);
  }

  @Test
  void isReadWhereItStands() {
    assertThat(Word.of("apiToken", 3, 8)).isEqualTo(Word.TOKEN);
    assertThat(Word.of("apiToken", 0, 3)).isEqualTo(Word.BESIDE_KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "BESIDE_KEY, KEY, HIDE",
    "KEY, BESIDE_KEY, HIDE",
    "BESIDE_PASS, PASS, HIDE",
    "PASS, BESIDE_PASS, HIDE",
    "E, MAIL, HIDE",
    "MAIL, E, KEEP",
    "KEY, KEY, KEEP",
    "PASS, KEY, KEEP",
    "BESIDE_KEY, PASS, KEEP",
    "OTHER, KEY, KEEP",
    "BESIDE_PASS, KEY, KEEP",
    "KEY, PASS, KEEP",
    "BESIDE_KEY, BESIDE_KEY, KEEP"
  })
  void isSensitiveBesideAnother(Word left, Word word, Decision decision) {
    assertThat(word.behind(left)).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({
    "SENSITIVE, HIDE",
    "IN_GROUPS, HIDE_GROUPS",
    "TOKEN, HIDE_UNLESS_COUNT",
    "MAIL, HIDE_ADDRESS",
    "KEY, KEEP",
    "OF_A_PATIENT, KEEP",
    "OTHER, KEEP"
  })
  void maySayEnoughAlone(Word word, Decision decision) {
    assertThat(word.alone()).isEqualTo(decision);
  }
}
