package dev.whence.scrub.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.Decision;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.TextScanner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberNamesTest {
  private final KeyRules keys = KeyRules.standard();
  private final MemberNames names =
      new MemberNames(keys, new TextScanner(Looks.without(Set.of(), keys), List.of()));

  @Test
  void areDecidedOnce() {
    MemberName first = names.find("{\"api_key\":1}", 2);

    assertThat(first).isEqualTo(new MemberName("api_key", Decision.HIDE, PairRole.STRANGER));
    assertThat(names.find("[{\"api_key\":2}]", 3)).isSameAs(first);
  }

  @Test
  void areTakenForNoOthersOfTheSameHash() {
    // "Aa" and "BB" have the same hash, and so have all mixtures of them
    List<String> alike = List.of("AaAaAa", "AaAaBB", "AaBBAa", "AaBBBB", "BBAaAa", "BBAaBB");
    for (int round = 0; round < 3; round++) {
      for (String name : alike) {
        assertThat(names.find(name + '"', 0)).extracting(MemberName::text).isEqualTo(name);
      }
    }
  }

  @Test
  void stayWhenOneOtherOfTheSameHashComes() {
    MemberName first = names.find("AaAaAa\"", 0);
    names.find("AaAaBB\"", 0);

    assertThat(names.find("AaAaAa\"", 0)).isSameAs(first);
  }

  @Test
  void sayWhetherAValueMayBeNamedBeside() {
    assertThat(names.find("Value\"", 0)).extracting(MemberName::role).isEqualTo(PairRole.VALUE);
    assertThat(names.find("values\"", 0)).extracting(MemberName::role).isEqualTo(PairRole.STRANGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hanna@example.org\"",
        "a \\\"b\"",
        "[Filtered]\"",
        "no end",
        "a_name_of_33_characters_and_more_\""
      })
  void areNotRememberedUnlessShortAndClean(String text) {
    assertThat(names.find(text, 0)).isNull();
  }

  @Test
  void mayHaveThirtyTwoCharacters() {
    assertThat(names.find("a_name_of_thirty_two_characters_\"", 0)).isNotNull();
  }
}
