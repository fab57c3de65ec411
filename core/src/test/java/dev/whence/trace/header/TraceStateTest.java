package dev.whence.trace.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class TraceStateTest {
  private static String members(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k" + i + "=1").collect(Collectors.joining(","));
  }

  static Stream<String> good() {
    return Stream.of(
        "one=1",
        "one=1,two=2",
        "0=0",
        "a-_*/9=x",
        "9a=x",
        "tenant@system=1",
        "t-_*/@s-_*/=1",
        "0@a=1",
        "one= 1",
        "one=a b",
        "one=!\"#$%&'()*+-./:;<>?@[\\]^_`{|}~",
        "k".repeat(256) + "=1",
        "t".repeat(241) + '@' + "s".repeat(14) + "=1",
        "one=" + "v".repeat(256),
        members(32));
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatIsWellFormedIsHandedOnUnchanged(String header) {
    assertThat(TraceState.parse(header)).hasToString(header);
  }

  static Stream<String> bad() {
    return Stream.of(
        "one",
        "one=",
        "=1",
        " =1",
        "one=1,two",
        "one=1,one=2",
        "one=1;two=2=3",
        "One=1",
        "_one=1",
        "o ne=1",
        "one =1",
        "one.two=1",
        "a@b@c=1",
        "@system=1",
        "tenant@=1",
        "tenant@9=1",
        "tenant@system-much-too-long=1",
        "t".repeat(242) + "@s=1",
        "k".repeat(257) + "=1",
        "one=a=b",
        "one=" + "v".repeat(257),
        "one=caf\u00e9",
        "one=a\u0001",
        members(33));
  }

  @ParameterizedTest
  @MethodSource("bad")
  @NullAndEmptySource
  void oneMalformedMemberMakesAllOfItNothing(String header) {
    assertThat(TraceState.parse(header).isEmpty()).isTrue();
  }

  @Test
  void emptyMembersAndWhiteSpaceAroundThemAreNothing() {
    assertThat(TraceState.parse(" one=1\t, ,,\ttwo=2 ,")).hasToString("one=1,two=2");
  }

  @Test
  void longMembersGoFirstAndThenTheLast() {
    String small = "s".repeat(90);
    String header = "first=" + small + ",big=" + "b".repeat(200) + ",second=" + small + ",third="
        + small + ",fourth=" + small + ",fifth=" + small;

    assertThat(TraceState.parse(header).toString())
        .isEqualTo("first=" + small + ",second=" + small + ",third=" + small + ",fourth=" + small
            + ",fifth=" + small)
        .hasSizeLessThanOrEqualTo(512);
    assertThat(TraceState.parse(header + ",sixth=" + small).toString()).doesNotContain("sixth");
  }

  @Test
  void nothingMakesItThrow() {
    Random random = new Random(3);
    String letters = "ab0@=,_-*/ \t;\u00e9=,";
    for (int i = 0; i < 20_000; i++) {
      String garbage = random
          .ints(random.nextInt(60), 0, letters.length())
          .mapToObj(at -> String.valueOf(letters.charAt(at)))
          .collect(Collectors.joining());
      String read = TraceState.parse(garbage).toString();
      assertThat(TraceState.parse(read)).hasToString(read);
    }
    assertThat(TraceState.parse("a=1,".repeat(300_000)).isEmpty()).isTrue();
  }
}
