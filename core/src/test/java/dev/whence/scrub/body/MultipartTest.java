package dev.whence.scrub.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.Fields;
import dev.whence.scrub.Tables;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.Tally;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
  private static final String DISPOSITION = "Content-Disposition: form-data; ";

  private final Findings findings = new Findings(new Tally());

  static Stream<Arguments> parts() {
    return Tables.rows("""
        name="password"\\n\\nx1 y2\\n → name="password"\\n\\n[Filtered]\\n
        name="pin"\\n\\n4711 → name="pin"\\n\\n[Filtered]
        name=pin\\n\\n4711 → name=pin\\n\\n[Filtered]
        name=pin; a=b\\n\\n4711 → name=pin; a=b\\n\\n[Filtered]
        name="note"\\n\\nto anna@example.org\\n → name="note"\\n\\nto [EMAIL]\\n
        name="note"\\n\\n  plum \\n\\n → name="note"\\n\\n  plum \\n\\n
        name="note"\\n\\n{"pin":4711}\\n → name="note"\\n\\n{"pin":"[Filtered]"}\\n
        name="pin"\\n\\n\\n → name="pin"\\n\\n\\n
        name="pin"\\n\\n[Filtered]\\n → name="pin"\\n\\n[Filtered]\\n
        name="note"; filename="pin"\\n\\n4711\\n → name="note"; filename="pin"\\n\\n4711\\n
        filename="pin"; name="note"\\n\\n4711\\n → filename="pin"; name="note"\\n\\n4711\\n
        filename="note";name="pin"\\n\\n4711\\n → filename="note";name="pin"\\n\\n[Filtered]\\n
        filename="pin"\\n\\n4711\\n → filename="pin"\\n\\n4711\\n
        filename="anna@example.org"\\n\\nx\\n → filename="[EMAIL]"\\n\\nx\\n
        name="pin\\n\\n4711\\n → name="pin\\n\\n[Filtered]\\n
        name="pin" → name="pin"
        name="pin"\\nContent-Type: a/b\\n\\n4711\\n → name="pin"\\nContent-Type: a/b\\n\\n[Filtered]\\n
        """);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void masksAPartByItsNameAndByItsContent(String part, String masked) {
    assertThat(scrubbed(body(part))).isEqualTo(body(masked));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void readsLinesThatEndWithTwoCharactersToo(String part, String masked) {
    assertThat(scrubbed(body(part).replace("\n", "\r\n")))
        .isEqualTo(body(masked).replace("\n", "\r\n"));
  }

  @Test
  void masksPartAfterPart() {
    String part = "--b\n" + DISPOSITION + "name=\"pin\"\n\n4711\n";
    String open = part.repeat(3);

    assertThat(scrubbed(open + "--b--\n"))
        .isEqualTo(open.replace("4711", "[Filtered]") + "--b--\n");
    assertThat(scrubbed(open)).isEqualTo(open.replace("4711", "[Filtered]"));
    assertThat(findings.listed().subList(0, 1))
        .isEqualTo(List.of(Map.of("path", "pin", "rule", "key", "length", 4)));
    assertThat(findings.mark()).isZero();
  }

  @Test
  void returnsACleanBodyAsTheSameInstance() {
    String clean = body("name=\"note\"\n\nplum\n");

    assertThat(scrubbed(clean)).isSameAs(clean);
  }

  @Test
  void hidesPartsThatAreNotAskedForIfClosed() {
    String body = body("name=\"note\"\n\nplum\n");
    String nameless = body("filename=\"a\"\n\nplum\n");

    assertThat(new Multipart(body, Fields.standard().closed(), findings).scrub())
        .isEqualTo(body.replace("plum", "[Filtered]"));
    assertThat(new Multipart(nameless, Fields.standard().closed(), findings).scrub())
        .isEqualTo(nameless.replace("plum", "[Filtered]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--b\nA: b", "--b\r\nA: b", "--:"})
  void isKnownByItsDelimiter(String text) {
    assertThat(Multipart.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-b\nA: b", "a=1&b=2", "--b\na=b", "--a=1&b=2"})
  void isNotKnownByAnythingElse(String text) {
    assertThat(Multipart.isOne(text)).isFalse();
  }

  @Test
  void hasADelimiterOfSeventyFourCharactersAtMost() {
    assertThat(Multipart.isOne("--" + "b".repeat(72) + "\nA: b")).isTrue();
    assertThat(Multipart.isOne("--" + "b".repeat(73) + "\nA: b")).isFalse();
  }

  private String scrubbed(String body) {
    return new Multipart(body, Fields.standard(), findings).scrub();
  }

  private static String body(String part) {
    return "--bogus\n" + DISPOSITION + part + "--bogus--\n";
  }
}
