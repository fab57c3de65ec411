package dev.whence.scrub.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Finder;
import dev.whence.scrub.text.Span;
import dev.whence.scrub.text.TextScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorKeysTest {
  private static final String[] SURROUNDINGS = {
    "%s", "got %s, twice", "<%s>", "\"%s\"", "x=%s;", "/a/%s?b"
  };

  private final TextScanner scanner =
      new TextScanner(Looks.without(Set.of(), KeyRules.standard()), List.of());

  static Stream<String[]> examples() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(VendorKeysTest.class.getResourceAsStream("vendor-examples.txt"))) {
      List<String> lines = new String(table.readAllBytes(), UTF_8).lines().toList();
      return lines.stream()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(line -> line.strip().split(" +\\| +", -1));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsTheKeyWhereverItStands(String id, String example, String lookAlike) {
    for (String surrounding : SURROUNDINGS) {
      List<String> found = new ArrayList<>();

      String masked = scanner.scan(
          String.format(surrounding, example), (rule, length) -> found.add(rule.marker()));

      assertThat(found).as(masked).isNotEmpty();
      assertThat(masked).doesNotContain(example.substring(example.length() - 8));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void leavesWhatOnlyLooksAlike(String id, String example, String lookAlike) {
    List<String> found = new ArrayList<>();

    scanner.scan("got " + lookAlike + " twice", (rule, length) -> found.add(rule.id()));

    assertThat(found).doesNotContain(id);
  }

  @Test
  void hasAnExampleForEveryFamily() throws IOException {
    List<String> families =
        VendorKeys.FINDERS.stream().map(finder -> finder.rule().id()).toList();

    assertThat(families).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    assertThat(examples().map(row -> row[0])).containsExactlyInAnyOrderElementsOf(families);
  }

  @ParameterizedTest
  @CsvSource({
    "AB, a{4}, ABcdef, 6",
    "AB, a{4}, ABcdefg, -1",
    "AB, a{4}, ABcde, -1",
    "AB, 'a{4,5}', ABcdefg, 7",
    "AB, 'a{4,5}', ABcdefgh, -1",
    "AB, 'a{4,}', ABcdefgh_i.j, 10",
    "AB, d{2} '-' x{2}, AB12-fF, 7",
    "AB, d{2} '-' x{2}, AB12_fF, -1",
    "AB, 'd{2,} ''.'' t{3}', AB12345.a-_, 11",
    "AB CD, b{2}, CDA7, 4",
    "AB, b{2}, ABA1, -1",
    "AB, u{2}, ABa1, -1",
    "AB, w{3}, AB_a1, 5",
    "AB, 's{4}', ABa+/=, 6"
  })
  void readsRunsAndLiteralsInTheirOrder(String prefixes, String body, String text, int end) {
    KeyFormat format = KeyFormat.parse(prefixes, body);
    Finder.Verifier verifier = format::find;

    long found = verifier.find(text, 0, 0);

    assertThat(Span.isHit(found) ? Span.end(found) : -1).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q{3}", "a", "a{3", "a{x}", "'-", "a{3} nonsense"})
  void refusesWhatIsNoFormat(String body) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyFormat.parse("AB", body))
        .withMessageContaining(body);
  }

  @Test
  void keepsTheHostOfAWebhook() {
    String text = "https://hooks.slack.com/services/T0FAKE000/B0FAKE000/FAKEfakeFAKEfakeFAKEfake";

    assertThat(scanner.scan(text, (rule, length) -> {}))
        .isEqualTo("https://hooks.slack.com/services/[KEY]");
  }
}
