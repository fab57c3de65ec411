package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.KeyRules;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the characters that are looked at: time would depend on the machine. */
@Tag("slow")
class LinearTimeTest {
  private static final int LENGTH = 20_000;

  /** Where a text begins, the windows that verifiers look back into are shorter. */
  private static final int SLACK = 400 * 1_024;

  private static final int SHORT_LENGTH = 4_000;

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
        "secretsecretar",
        "eyJ",
        "eyJ.",
        "eyJhbGciOiJub25lIn0.",
        "eyJ-eyJ_",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----x",
        "-----BEGIN",
        "--token ",
        "--token --",
        "-u a:b ",
        "-u ",
        " -a",
        "<token>",
        "<token>x</",
        "<a b='",
        ">",
        "<>",
        "password 'x",
        "password \"",
        "token \"aA1",
        " '",
        "identified by '",
        "set password for = '",
        "(pin) values (",
        "(a,pin) values (1,",
        "(pin) values (1),",
        "values ((",
        "(a,pin) values (",
        "(a,pin) values (f(1),",
        "(a,pin) values ('",
        "(pin) values (f(",
        "jdbc:oracle:",
        "jdbc:oracle:a/",
        "jdbc:oracle:@",
        "NL91",
        "NL91 ABNA",
        "NL91ABNA0417164300",
        ":AA",
        "1234567:AAx",
        "-us1",
        "1Q~",
        "aaa8Q~",
        "a.bbbbbb.",
        "123-45-6789",
        "123-45-",
        "ssn 123456789 ",
        "12 34 56 7",
        "//a:b",
        "//",
        "arn:a:token:",
        "a.b:token:",
        "password: rejected value [",
        "authorization: a ",
        "authorization: a b=",
        "Authorization: Digest a=\"b\", ",
        "phone=(",
        "phone: 0 ",
        "$token: String ",
        "token=$token ",
        "\\u0070in:",
        "pin\\=",
        "api  key:",
        "ghp_",
        "sk-ant-",
        "https://hooks.slack.com/services/",
        "token\u00a0=",
        "email = a(",
        "PasswordCheck:8 ");
  }

  /** Every trigger of every rule, alone, and with what a key may be made of. */
  static Stream<String> triggers() {
    return Looks.without(Set.of(), KeyRules.standard()).stream()
        .flatMap(finder -> Stream.of(finder.triggers().split(" ", -1)))
        .distinct()
        .flatMap(trigger -> Stream.of(trigger + "-", trigger + "a".repeat(60) + "!"));
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void looksAtEachCharacterABoundedNumberOfTimesWhateverTheTrigger(String bait) {
    assertThat(touches(bait.repeat(1 + SHORT_LENGTH / bait.length())))
        .isLessThan(400L * (SHORT_LENGTH + bait.length()));
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

  /** Pieces of baits in any order, from {@code new Random(42)}. */
  static Stream<String> mixtures() {
    Random random = new Random(42);
    List<String> pieces = baits().toList();
    return Stream.generate(() -> IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
            .collect(Collectors.joining()))
        .limit(500);
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void looksAtEachCharacterABoundedNumberOfTimesWhateverIsMixed(String bait) {
    assertThat(touches(bait.repeat(1 + SHORT_LENGTH / bait.length())))
        .isLessThan(400L * (SHORT_LENGTH + bait.length()));
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
