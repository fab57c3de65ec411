package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {
  private static final Set<Decision> KEEPING = EnumSet.of(Decision.KEEP, Decision.KEEP_AS_ASKED);
  private static final Set<Decision> HIDING = EnumSet.of(
      Decision.HIDE, Decision.HIDE_GROUPS, Decision.HIDE_LINE, Decision.HIDE_BEHIND_SCHEME);
  private static final Set<Decision> HIDING_ALL =
      EnumSet.of(Decision.HIDE_LEAVES, Decision.HIDE_AS_ASKED, Decision.JOIN);

  @ParameterizedTest
  @EnumSource
  void keepsOrHides(Decision decision) {
    assertThat(decision.keeps()).isEqualTo(KEEPING.contains(decision));
    assertThat(decision.hides("x1y2"))
        .isEqualTo(!KEEPING.contains(decision) && decision != Decision.HIDE_ADDRESS);
    assertThat(decision.hides("null")).isEqualTo(HIDING_ALL.contains(decision));
    assertThat(decision.hides("")).isFalse();
    assertThat(decision.hidesFlag()).isEqualTo(HIDING_ALL.contains(decision));
    assertThat(decision.hidesTree())
        .isEqualTo(HIDING.contains(decision)
            || decision == Decision.HIDE_UNLESS_COUNT
            || decision == Decision.HIDE_AS_ASKED
            || decision == Decision.JOIN);
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP, HIDE_LEAVES",
    "HIDE_ADDRESS, HIDE_LEAVES",
    "HIDE_UNLESS_COUNT, HIDE_LEAVES",
    "HIDE_LEAVES, HIDE_LEAVES",
    "HIDE, HIDE_AS_ASKED",
    "HIDE_LINE, HIDE_AS_ASKED",
    "HIDE_AS_ASKED, HIDE_AS_ASKED",
    "KEEP_AS_ASKED, KEEP_AS_ASKED",
    "JOIN, JOIN"
  })
  void closesUnlessItWasAskedFor(Decision decision, Decision closed) {
    assertThat(decision.closed()).isEqualTo(closed);
  }

  @ParameterizedTest
  @CsvSource({"KEEP, HIDE, HIDE", "HIDE, KEEP, HIDE", "HIDE, JOIN, JOIN", "HIDE, HIDE, HIDE"})
  void givesWayToAStrongerOne(Decision one, Decision other, Decision both) {
    assertThat(one.or(other)).isEqualTo(both);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "@", "a%40b", "a%40", "%40b"})
  void hidesAddresses(String value) {
    assertThat(Decision.HIDE_ADDRESS.hides(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weekly", "50%", "a%41", "a%50", "a%4", "%", ""})
  void keepsWhatIsNoAddress(String value) {
    assertThat(Decision.HIDE_ADDRESS.hides(value)).isFalse();
    assertThat(Decision.HIDE_ADDRESS.hides("@" + value + "0@", 1, value.length() + 1))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4096", "123456789", "12.5", "1.", ".5", "90", "09"})
  void keepsCounts(String value) {
    assertThat(Decision.HIDE_UNLESS_COUNT.hides(value)).isFalse();
    assertThat(Decision.HIDE_UNLESS_COUNT.hides("x" + value + "x", 1, value.length() + 1))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "1.2.3", "12a", "1/2", "1:2", "-1", "x"})
  void hidesWhatIsNoCount(String value) {
    assertThat(Decision.HIDE_UNLESS_COUNT.hides(value)).isTrue();
  }
}
