package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.KeyRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the characters that are looked at: time would depend on the machine. */
class LinearTimeTest {
  private static final int LENGTH = 20_000;
  private static final int SLACK = 5_000;

  private final TextScanner scanner =
      new TextScanner(Looks.without(Set.of(), KeyRules.standard()), List.of());

  static Stream<String> baits() {
    return Stream.of(
        "@",
        "a@",
        "a@b.",
        "a@b.c",
        "1",
        "4111 ",
        "4-",
        "+1",
        "+",
        "(",
        "(0",
        "(342) ",
        "342-",
        "1.",
        "call 1234567 ",
        "password=",
        "password='",
        "password=[",
        "password={\"",
        "password: ",
        "token: must ",
        "pin=(",
        "\"",
        "\":",
        "\"a\":",
        "\\\":",
        "password:\\",
        "cookie:",
        "Cookie: a ",
        "api key:",
        "phone: 1 ",
        "=",
        ":",
        "://",
        "a://b",
        "://a@",
        "bearer ",
        "bearer/",
        "basic ",
        "b",
        "b/",
        "%",
        "%40",
        "a%40",
        "a%2540",
        "%41",
        "%2541",
        "%41/",
        "[",
        "[EMAIL]",
        "]=",
        "(a)=",
        "\tat ",
        "\n at a",
        "at a.b(",
        "?a=",
        "&a=b",
        "a",
        "é",
        "-",
        "_=",
        "secretsecretar");
  }

  @ParameterizedTest
  @MethodSource("baits")
  void looksAtTwiceAsManyCharactersInTwiceTheText(String bait) {
    long once = touches(bait.repeat(LENGTH / bait.length()));
    long twice = touches(bait.repeat(2 * (LENGTH / bait.length())));

    assertThat(twice).isLessThanOrEqualTo(2 * once + SLACK);
  }

  @ParameterizedTest
  @MethodSource("baits")
  void looksAtEachCharacterABoundedNumberOfTimes(String bait) {
    assertThat(touches(bait.repeat(LENGTH / bait.length()))).isLessThan(400L * LENGTH);
  }

  private long touches(String text) {
    Counting counting = new Counting(text);
    scanner.scan(counting, (rule, length) -> {});
    return counting.touches;
  }

  private static final class Counting implements CharSequence {
    private final String text;
    private long touches;

    Counting(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      touches++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      touches += end - start;
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
