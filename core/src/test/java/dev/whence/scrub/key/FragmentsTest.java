package dev.whence.scrub.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FragmentsTest {
  private final Fragments fragments = new Fragments()
      .add("he she his hers", 1)
      .add("us", 100)
      .add("sher", -1)
      .add("az", 10_000)
      .link();

  @ParameterizedTest
  @CsvSource({
    "ushers, 102", // us, she, he, sher, hers
    "USHERS, 102",
    "u-s.h_e r\ts, 102",
    "us1hers, 102",
    "his, 1",
    "h1s, 0",
    "hi, 0",
    "heshe, 3",
    "susus, 200",
    "azAZ, 20000",
    "sh\u00e9, 0",
    "he\u00e9he, 2",
    "'', 0"
  })
  void sumsTheWeightsOfAllWordsWhereverTheyAre(String name, long weight) {
    assertThat(fragments.weigh(name, 0, name.length())).isEqualTo(weight);
  }

  @Test
  void readsNothingOutsideOfTheName() {
    assertThat(fragments.weigh("hehehe", 2, 4)).isEqualTo(1);
    assertThat(fragments.weigh("hehehe", 1, 3)).isZero();
  }

  static Stream<String> anyName() {
    Random random = new Random(42);
    return Stream.generate(() -> IntStream.range(0, random.nextInt(12))
            .mapToObj(i -> String.valueOf("hersiuaz-_1".charAt(random.nextInt(11))))
            .collect(Collectors.joining()))
        .limit(300);
  }

  @ParameterizedTest
  @MethodSource("anyName")
  void findsWhatASearchForEachWordFinds(String name) {
    String folded = name.replaceAll("[-_]", "");
    long expected = times("he", folded) + times("she", folded) + times("his", folded);
    expected += times("hers", folded) - times("sher", folded);
    expected += 100 * times("us", folded) + 10_000 * times("az", folded);

    assertThat(fragments.weigh(name, 0, name.length())).isEqualTo(expected);
  }

  private static long times(String word, String text) {
    return IntStream.range(0, text.length())
        .filter(i -> text.startsWith(word, i))
        .count();
  }
}
