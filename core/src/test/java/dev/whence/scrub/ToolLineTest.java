package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolLineTest {
  private final ToolLine tool = new ToolLine(Scrubber.standard(), false);

  static Stream<Arguments> inputs() {
    return Tables.rows("""
        message → "a@b.org is 17" → "[EMAIL] is 17"
        message → {"type":"A@b.org","value":"a@b.org"} → {"type":"A@b.org","value":"[EMAIL]"}
        stack → "a@b.org" → "[EMAIL]"
        stack → {"stacktrace":{"frames":[{"module":"a@b.org","function":"f","lineno":1,"vars":{"pin":4711,"module":"a@b.org"},"pre_context":["a@b.org"]}]}} → {"stacktrace":{"frames":[{"module":"a@b.org","function":"f","lineno":1,"vars":{"pin":"[Filtered]","module":"[EMAIL]"},"pre_context":["[EMAIL]"]}]}}
        stack → {"frames":[],"module":"a@b.org","note":["a@b.org"]} → {"frames":[],"module":"a@b.org","note":["[EMAIL]"]}
        json → {"pin":4711,"a":[1.50,1e400,null,true]} → {"pin":"[Filtered]","a":[1.50,1e400,null,true]}
        json → "{\\"pin\\":4711" → "{\\"pin\\":\\"[Filtered]\\""
        json → 4111111111111111 → "[CARD]"
        json → null → null
        cookie → "a=b; c" → "a=[Filtered]; [Filtered]"
        query → "pin=4711&a=b" → "pin=[Filtered]&a=b"
        query → 17 → "17"
        form → "pin=4711&a=b" → "pin=[Filtered]&a=b"
        url → "/a?pin=4711#b=c" → "/a?pin=[Filtered]#b=c"
        header → {"Cookie":"a=b","X-A":["a@b.org","c"],"Accept":"a@b.org"} → {"Cookie":"a=[Filtered]","X-A":["[EMAIL]","c"],"Accept":"a@b.org"}
        header → {"X-A":17} → {"X-A":"17"}
        breadcrumb → {"category":"a@b.org","level":"info","message":"a@b.org","data":{"pin":1234}} → {"category":"a@b.org","level":"info","message":"[EMAIL]","data":{"pin":"[Filtered]"}}
        breadcrumb → {"timestamp":1,"type":"a@b.org","note":"a@b.org"} → {"timestamp":1,"type":"a@b.org","note":"[EMAIL]"}
        user → {"id":17,"email":"a@b.org","name":"Jo"} → {"id":"17"}
        user → {"id":"a@b.org"} → {"id":"[EMAIL]"}
        user → {"email":"a@b.org"} → {}
        user → {"id":null} → {}
        user → "a@b.org" → {}
        breadcrumb → ["a@b.org"] → {"value":["[EMAIL]"]}
        """);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void masksAnInputByItsKind(String kind, String input, String output) {
    assertThat(tool.scrub(1, line("\"a\"", kind, input)))
        .isEqualTo("{\"id\":\"a\",\"output\":" + output + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{",
        "{\"kind\":}",
        "{\"kind\":\"message\",\"input\":\"x",
        "{\"a\":tru}",
        "\u0000"
      })
  void saysWhatIsNoJson(String line) {
    assertThat(tool.scrub(7, line)).startsWith("{\"line\":7,\"error\":\"no JSON: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "17", "\"x\"", "null", "[{\"kind\":\"message\",\"input\":\"x\"}]"})
  void saysWhatIsNoObject(String line) {
    assertThat(tool.scrub(7, line)).isEqualTo("{\"line\":7,\"error\":\"no object\"}");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(tool.scrub(2, "{}"))
        .startsWith("{\"line\":2,\"error\":\"kind \\\"\\\" is none of header, cookie, ");
    assertThat(tool.scrub(3, "{\"kind\":\"user\"}"))
        .isEqualTo("{\"line\":3,\"error\":\"no \\\"input\\\"\"}");
    assertThat(tool.scrub(4, "{\"input\":\"pin=4711\",\"kind\":\"letter\"}"))
        .contains("\"line\":4", "letter")
        .doesNotContain("4711");
  }

  @Test
  void takesMembersInAnyOrderAndIgnoresOthers() {
    assertThat(tool.scrub(
            1,
            " { \"x\" : {\"input\":[1]}, \"input\" : \"pin=4711\" , \"y\":[{}], \"id\" : 17,"
                + " \"kind\" : \"message\", \"z\":null } "))
        .isEqualTo("{\"id\":\"17\",\"output\":\"pin=[Filtered]\"}");
    assertThat(tool.scrub(1, "{\"kind\":\"message\",\"input\":\"x\"}"))
        .isEqualTo("{\"id\":\"\",\"output\":\"x\"}");
  }

  @Test
  void readsAFormInParts() {
    assertThat(tool.scrub(1, line("1", "form", "\"--b\\nA: b; name=pin\\n\\n4711\\n--b--\"")))
        .isEqualTo("{\"id\":\"1\",\"output\":\"--b\\nA: b; name=pin\\n\\n[Filtered]\\n--b--\"}");
  }

  @Test
  void keepsHalvesOfCharacters() {
    assertThat(tool.scrub(1, line("\"a\"", "message", "\"\\ud83d \\ude00 \\ud83d\\ude00 é\"")))
        .isEqualTo("{\"id\":\"a\",\"output\":\"\\ud83d \\ude00 \ud83d\ude00 é\"}");
    assertThat(tool.scrub(1, line("\"\\ud83d\"", "json", "{\"a\":\"\\ud83d\"}")))
        .isEqualTo("{\"id\":\"\\ud83d\",\"output\":{\"a\":\"\\ud83d\"}}");
  }

  @Test
  void goesThroughTheDeepAndTheLong() {
    String deep = "[".repeat(20_000) + "\"a@b.org\"" + "]".repeat(20_000);
    String number = "9".repeat(5_000);
    String text = "x ".repeat(1_000_000);

    assertThat(tool.scrub(1, line("1", "json", deep)))
        .contains("[EMAIL]")
        .hasSizeGreaterThan(40_000);
    assertThat(tool.scrub(1, line("1", "json", number))).contains(number);
    assertThat(tool.scrub(1, line("1", "message", "\"" + text + "\""))).contains(text);
    assertThat(tool.scrub(1, line("1", "breadcrumb", "{\"data\":{\"a\":" + deep + "}}")))
        .doesNotContain("a@b.org");
  }

  @Test
  void withholdsWhatCannotBeScrubbed() {
    String number = "{\"data\":{\"a\":" + "9".repeat(5_000) + "}}";

    assertThat(tool.scrub(1, line("1", "breadcrumb", number)))
        .isEqualTo("{\"id\":\"1\",\"output\":\"[Scrub failed]\"}");
  }

  @Test
  void explainsIfItIsAsked() {
    ToolLine explaining = new ToolLine(Scrubber.standard(), true);

    assertThat(explaining.scrub(1, line("1", "query", "\"pin=4711\"")))
        .isEqualTo("{\"id\":\"1\",\"output\":\"pin=[Filtered]\",\"masked\":"
            + "[{\"path\":\"output.pin\",\"rule\":\"key\",\"length\":4}]}");
    assertThat(explaining.scrub(1, line("1", "query", "\"a=1\"")))
        .isEqualTo("{\"id\":\"1\",\"output\":\"a=1\",\"masked\":[]}");
  }

  private static String line(String id, String kind, String input) {
    return "{\"id\":" + id + ",\"kind\":\"" + kind + "\",\"input\":" + input + "}";
  }
}
