package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Filtered]",
        "[EMAIL]",
        "[PHONE]",
        "[CARD]",
        "[IBAN]",
        "[SSN]",
        "[TOKEN]",
        "[KEY]",
        "[Scrub failed]"
      })
  void knowsItsMarkers(String marker) {
    assertThat(Rule.isMarker(marker)).isTrue();
    assertThat(Rule.markerAt("x" + marker + "y", 1)).isEqualTo(marker.length());
    assertThat(Rule.holdsMarker("[x] [" + marker + "y")).isTrue();
    assertThat(Rule.isMarker(marker + " ")).isFalse();
    assertThat(Rule.markerAt(marker.substring(0, marker.length() - 1), 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[x]", "EMAIL", "[email]"})
  void knowsWhatIsNone(String text) {
    assertThat(Rule.isMarker(text)).isFalse();
    assertThat(Rule.holdsMarker(text)).isFalse();
    assertThat(Rule.markerAt(text, text.length())).isZero();
  }
}
