package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.KeyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  private final List<String> found = new ArrayList<>();

  @Test
  void maskWhatTheyMatchBetweenWhatLooksSensitive() {
    TextScanner scanner = scanner("case-\\d+");

    assertThat(scan(scanner, "case-1 of anna@example.org, case-22 and ben@example.org"))
        .isEqualTo("[Filtered] of [EMAIL], [Filtered] and [EMAIL]");
    assertThat(found).containsExactly("own-0 6", "email 16", "own-0 7", "email 15");
  }

  @Test
  void areJoinedWithWhatLooksSensitiveIfTheyOverlap() {
    assertThat(scan(scanner("no anna@ex"), "see no anna@example.org now"))
        .isEqualTo("see [Filtered] now");
    assertThat(scan(scanner("org now"), "see anna@example.org now.")).isEqualTo("see [EMAIL].");
    assertThat(scan(scanner("@ex"), "see anna@example.org now")).isEqualTo("see [EMAIL] now");
    assertThat(scan(scanner("see .* now"), "see anna@example.org now.")).isEqualTo("[Filtered].");
    assertThat(found).containsExactly("own-0 19", "email 20", "email 16", "own-0 24");
  }

  @Test
  void mayBeMany() {
    String[] patterns =
        IntStream.range(0, 50).mapToObj(i -> "(?<!\\d)k" + i + "(?!\\d)").toArray(String[]::new);

    assertThat(scan(scanner(patterns), "k7 x k49 k50 k0"))
        .isEqualTo("[Filtered] x [Filtered] k50 [Filtered]");
    assertThat(found).containsExactly("own-7 2", "own-49 3", "own-0 2");
  }

  @Test
  void takeTheOneThatBeginsFirst() {
    assertThat(scan(scanner("de", "ab"), "xabcdex")).isEqualTo("x[Filtered]c[Filtered]x");
    assertThat(found).containsExactly("own-1 2", "own-0 2");
  }

  @Test
  void areJoinedInAChainWhateverTheirOrder() {
    assertThat(scan(scanner("bc", "ab", "cd+"), "xabcddx")).isEqualTo("x[Filtered]x");
    assertThat(scan(scanner("cd+", "ab", "bc"), "xabcddx")).isEqualTo("x[Filtered]x");
    assertThat(scan(scanner("org n+", "see anna"), "see anna@example.org nnn"))
        .isEqualTo("[Filtered]");
    assertThat(found).containsExactly("own-1 5", "own-1 5", "own-1 24");
  }

  @Test
  void stayWhereNothingMatches() {
    String text = "nothing of that kind";

    assertThat(scanner("case-\\d+").scan(text, (rule, length) -> {})).isSameAs(text);
  }

  @Test
  void passOverMatchesOfNothing() {
    assertThat(scan(scanner("(?<=a)x*"), "ab axx")).isEqualTo("ab a[Filtered]");
    assertThat(scan(scanner("(?<=a)x*"), "ab ab")).isEqualTo("ab ab");
  }

  @Test
  void lookBehindWhatIsMaskedAlready() {
    assertThat(scan(scanner("^\\w+|(?<=org )\\w+"), "a anna@example.org b c"))
        .isEqualTo("[Filtered] [EMAIL] [Filtered] c");
  }

  @Test
  void areFoundBehindEscapesToo() {
    assertThat(scan(scanner("case-7"), "/x/%63ase-7/y")).isEqualTo("/x/%63ase-7/y");
    assertThat(scanner("case-7").firstHit("a case-7")).isEqualTo(new Rule("own-0", "[Filtered]"));
    assertThat(scanner("case-7").firstHit("a case-8")).isNull();
    assertThat(scanner("case-7").hasPatterns()).isTrue();
    assertThat(scanner().hasPatterns()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a*", "a|", "(?=b)|", "^", "x?"})
  void mayNotMatchTheEmptyText(String regex) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnPattern.of("own", Pattern.compile(regex)))
        .withMessageContaining("\"" + regex + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|aa)+$x", "(?:a*)*b", "(.*)*=x", "(?s)(?:a|b|.)*c"})
  void failIfTheyTakeTooManyStepsAndSaySoOnce(String regex) {
    TextScanner scanner = scanner(regex);
    List<LogRecord> log = logged(() -> {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> scan(scanner, "a".repeat(8_000)))
            .satisfiesAnyOf(
                fault -> assertThat(fault).hasMessage("too many steps"),
                fault -> assertThat(fault).isInstanceOf(StackOverflowError.class));
      }
    });

    assertThat(log)
        .singleElement()
        .satisfies(record -> assertThat(record.getMessage()).contains("\"" + regex + "\""));
  }

  @Test
  void mayTakeAHundredStepsACharacter() {
    TextScanner scanner = scanner("x{50}y");

    assertThat(scan(scanner, "x".repeat(8_000))).hasSize(8_000);
    assertThat(scan(scanner("(x+x+)+y"), "x".repeat(10))).hasSize(10);
  }

  private TextScanner scanner(String... patterns) {
    List<OwnPattern> own = IntStream.range(0, patterns.length)
        .mapToObj(i -> OwnPattern.of("own-" + i, Pattern.compile(patterns[i])))
        .toList();
    return new TextScanner(Looks.without(Set.of(), KeyRules.standard()), own);
  }

  private String scan(TextScanner scanner, String text) {
    return scanner.scan(text, (rule, length) -> found.add(rule.id() + " " + length));
  }

  private static List<LogRecord> logged(Runnable work) {
    List<LogRecord> records = new ArrayList<>();
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord entry) {
        records.add(entry);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    Logger logger = Logger.getLogger("dev.whence");
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return records;
  }
}
