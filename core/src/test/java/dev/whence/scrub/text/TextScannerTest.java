package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.whence.scrub.find.Looks;
import dev.whence.scrub.key.KeyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextScannerTest {
  private final TextScanner scanner =
      new TextScanner(Looks.without(Set.of(), KeyRules.standard()), List.of());
  private final List<Integer> asked = new ArrayList<>();

  /** Triggers, a text, and the places at which the verifier is asked. */
  @ParameterizedTest
  @CsvSource({
    "x, x yx x, 0 5",
    "@, a@b@, 1 3",
    "ab, ab abc cab a-b, 0 3",
    "abc, ab abc abd abcd, 3 11",
    "ab ac, ab ac ad, 0 3",
    "abc abd, abc abd abe, 0 4",
    ":A, :A ::A :B, 0 4",
    ": , 10:15 a:b, 7",
    "0-9, 1234567 123456 x1234567 12-34-567, 0 24",
    "0-9, 2026-11-22 x, ''",
    "0-9, 2126-11-22 x, 0",
    "1/, 1/2 x1/ 11/ 1234567, 0",
    "0-9 1/, 1/2 1234567, 0 2 4",
    "a, é a, 2"
  })
  void asksAtTriggers(String triggers, String text, String places) {
    Finder.Verifier noting = (sequence, at, floor) -> {
      asked.add(at);
      return Span.miss(at);
    };

    new TextScanner(List.of(new Finder(Rule.KEY, triggers.strip(), noting)), List.of())
        .scan(text, (rule, length) -> {});

    assertThat(asked)
        .extracting(String::valueOf)
        .containsExactly(places.isEmpty() ? new String[0] : places.split(" "));
  }

  @Test
  void asksAllWhoseTriggerItIsAndTakesTheLongest() {
    TextScanner three = new TextScanner(
        List.of(
            finder("one", "ab", 2),
            finder("two", "abc", 4),
            finder("three", "a", 4),
            finder("no", "b", 9)),
        List.of());
    List<String> found = new ArrayList<>();

    assertThat(three.scan("x abcde abx", (rule, length) -> found.add(rule.id() + length)))
        .isEqualTo("x <two>e <two>");
    assertThat(found).containsExactly("two4", "two3");
  }

  @Test
  void looksOnWhereAMissSays() {
    Finder.Verifier noting = (text, at, floor) -> {
      asked.add(at);
      return Span.miss(4);
    };

    new TextScanner(List.of(new Finder(Rule.KEY, "a", noting)), List.of())
        .scan("a a a a", (rule, length) -> {});

    assertThat(asked).containsExactly(0, 4, 6);
  }

  @Test
  void tellsTheFloorBehindAHit() {
    List<Integer> floors = new ArrayList<>();
    Finder.Verifier noting = (text, at, floor) -> {
      floors.add(floor);
      return Span.hit(at, at + 1);
    };

    String masked = new TextScanner(List.of(new Finder(Rule.SSN, "a", noting)), List.of())
        .scan("x a a", (rule, length) -> {});

    assertThat(masked).isEqualTo("x [SSN] [SSN]");
    assertThat(floors).containsExactly(0, 3);
  }

  private static Finder finder(String id, String triggers, int length) {
    return new Finder(
        new Rule(id, "<" + id + ">"),
        triggers,
        (text, at, floor) -> Span.hit(at, Math.min(text.length(), at + length)));
  }

  @Test
  void decodesTwiceAndNoMore() {
    assertThat(scrub("/a/%61nna@example.org/b")).isEqualTo("/a/[EMAIL]/b");
    assertThat(scrub("/a/%2561nna@example.org/b")).isEqualTo("/a/[EMAIL]/b");
    assertThat(scrub("x=%65yJhbGciOiJub25lIn0.eyJh&b")).isEqualTo("x=[TOKEN]&b");
    assertThat(scrub("x=%2565yJhbGciOiJub25lIn0.eyJh&b")).isEqualTo("x=[TOKEN]&b");
    assertThat(scrub("x=%252565yJhbGciOiJub25lIn0.eyJh&b"))
        .isEqualTo("x=%252565yJhbGciOiJub25lIn0.eyJh&b");
    assertThat(scrub("x=%65&b=%zz%4")).isEqualTo("x=%65&b=%zz%4");
  }

  @Test
  void takesAPlusForABlankAsFormsDo() {
    assertThat(scrub("?to=%2B44+7700+900429&x=1")).isEqualTo("?to=[PHONE]&x=1");
    assertThat(scrub("?to=%28342%29+555-0194&x=1")).isEqualTo("?to=[PHONE]&x=1");
    assertThat(scrub("?to=+44%207700%20900429&x=1")).isEqualTo("?to=[PHONE]&x=1");
    assertThat(scrub("?pay=4111+1111+1111+1111&x=1")).isEqualTo("?pay=[CARD]&x=1");
    assertThat(scrub("?sum=1+2%20+3+4+5+6+7+8&x=1")).isEqualTo("?sum=1+2%20+3+4+5+6+7+8&x=1");
  }

  @Test
  void knowsWhetherADecodedTextHoldsAnything() {
    assertThat(scanner.firstHit("a b@c.org 4111111111111111")).isEqualTo(Rule.EMAIL);
    assertThat(scanner.firstHit("%2540 b%40c.org")).isEqualTo(Rule.EMAIL);
    assertThat(scanner.firstHit("plum")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`plum\"`, 4",
        "`plum`, 0",
        "`abcdefghijkl\"`, 12",
        "`abcdefghijklm\"`, 13",
        "`a plum, 17.`, 10",
        "`a=b\"`, 1",
        "`so\\n`, 2",
        "`bearer\"`, 6",
        "`bearer `, 0",
        "`x bearer\"`, 2",
        "`é\"`, 1"
      })
  void stopsWhereAnyRuleWouldLook(String text, int end) {
    int expected = text.equals("plum") ? 4 : end;

    assertThat(scanner.plainEnd(text, 0)).isEqualTo(expected);
    assertThat(scanner.plainEnd("a=" + text, 2)).isEqualTo(expected + 2);
  }

  @Test
  void cutsAtTheLimit() {
    String limit = "x ".repeat(TextScanner.LIMIT / 2);

    assertThat(TextScanner.cut(limit)).isSameAs(limit);
    assertThat(scanner.scrub(limit, (rule, length) -> {})).isSameAs(limit);
    assertThat(TextScanner.cut(limit + "x")).hasSize(TextScanner.LIMIT - 2).endsWith("x…");
    assertThat(scanner.scrub(limit + "x", (rule, length) -> {}))
        .isEqualTo(TextScanner.cut(limit + "x"));
  }

  @Test
  void cutsThroughAWordOfTwoHundredAndFiftySixCharacters() {
    String start = "x".repeat(TextScanner.LIMIT - 1 - 255) + " ";

    assertThat(TextScanner.cut(start + "y".repeat(1_000))).isEqualTo(start.strip() + "…");
    assertThat(TextScanner.cut(start.substring(1) + "y".repeat(1_000)))
        .hasSize(TextScanner.LIMIT)
        .endsWith("y…");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`see anna@exam`, `see`",
        "`a,b`, `a,`",
        "`call +44 (0)7700 9004`, `call`",
        "`a 1.2-3/4 b`, `a`",
        "`plum`, ``",
        "`a{b`, `a{`",
        "`a\nb`, `a\n`",
        "``, ``"
      })
  void leavesTheLastWordAndNumbersBeforeItOut(String text, String rest) {
    assertThat(TextScanner.withoutLastWord(text)).isEqualTo(rest);
  }

  @Test
  void refusesATextThatSpansCannotHold() {
    CharSequence endless = new CharSequence() {
      @Override
      public int length() {
        return Span.LONGEST_TEXT;
      }

      @Override
      public char charAt(int index) {
        return 'x';
      }

      @Override
      public CharSequence subSequence(int start, int end) {
        return this;
      }
    };

    assertThatIllegalArgumentException()
        .isThrownBy(() -> scanner.scan(endless, (rule, length) -> {}))
        .withMessageContaining(String.valueOf(Span.LONGEST_TEXT));
  }

  private String scrub(String text) {
    return scanner.scan(text, (rule, length) -> {});
  }
}
