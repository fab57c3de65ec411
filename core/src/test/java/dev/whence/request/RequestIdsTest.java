package dev.whence.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.RandomIds;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
  private final RequestIds ids = new RequestIds(new RandomIds(), true);

  private boolean isTaken(String offered) {
    return ids.takeOrMake(offered).equals(offered);
  }

  @Test
  void takesLettersDigitsAndFourMarksAnywhere() {
    String taken = IntStream.rangeClosed(0, Character.MAX_VALUE)
        .mapToObj(c -> String.valueOf((char) c))
        .filter(c -> isTaken(c) && isTaken("a" + c) && isTaken(c + "a"))
        .collect(Collectors.joining());

    assertThat(taken)
        .isEqualTo("-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 36, 128})
  void takesUpTo128Characters(int length) {
    assertThat(isTaken("x".repeat(length))).isTrue();
  }

  @Test
  void makesOneForWhatIsEmptyTooLongOrNotTrusted() {
    assertThat(isTaken("")).isFalse();
    assertThat(isTaken("x".repeat(129))).isFalse();
    assertThat(new RequestIds(new RandomIds(), false).takeOrMake("r-1")).isNotEqualTo("r-1");
  }
}
