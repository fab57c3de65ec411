package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private final Decisions decisions = new Decisions();

  @Test
  void rememberWhatWasDecided() {
    decisions.remember(hash("pin"), "xpin", 1, 4, Decision.HIDE);

    assertThat(decisions.find(hash("pin"), "pin", 0, 3)).isEqualTo(Decision.HIDE);
    assertThat(decisions.find(hash("pin"), "a pin=1", 2, 5)).isEqualTo(Decision.HIDE);
    assertThat(decisions.find(hash("pin"), CharBuffer.wrap("apin"), 1, 4)).isEqualTo(Decision.HIDE);
    assertThat(decisions.find(hash("pim"), "pim", 0, 3)).isNull();
  }

  @Test
  void areOfOneNameOnly() {
    int hash = hash("pinAa");
    decisions.remember(hash, "pinAa", 0, 5, Decision.HIDE);

    assertThat(hash("pinBB")).isEqualTo(hash);
    assertThat(decisions.find(hash, "pinBB", 0, 5)).isNull();
    assertThat(decisions.find(hash, CharBuffer.wrap("pinBB"), 0, 5)).isNull();
    assertThat(decisions.find(hash, "pinAab", 0, 6)).isNull();
    assertThat(decisions.find(hash, "pinA", 0, 4)).isNull();
  }

  @Test
  void areForgottenWhereAnotherNameTakesThePlace() {
    decisions.remember(1, "a", 0, 1, Decision.HIDE);
    decisions.remember(1 + 1_024, "b", 0, 1, Decision.JOIN);

    assertThat(decisions.find(1, "a", 0, 1)).isNull();
    assertThat(decisions.find(1 + 1_024, "b", 0, 1)).isEqualTo(Decision.JOIN);
  }

  @Test
  void areNotRememberedOfLongNames() {
    String name = "x".repeat(48);

    assertThat(hash(name)).isNotZero();
    assertThat(hash(name + "x")).isZero();
  }

  @Test
  void dependOnEveryCharacterOfTheName() {
    assertThat(hash("ab")).isNotEqualTo(hash("ba"));
    assertThat(Decisions.hash("xab", 1, 3)).isEqualTo(hash("ab"));
  }

  private static int hash(String name) {
    return Decisions.hash(name, 0, name.length());
  }
}
