package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.Body;
import dev.whence.scrub.text.KeyRules;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWalkTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String CUT = "…";
  private static final String WITHHELD = "[Scrub failed]";

  /** Secrets in every place that can hold one; none may be seen, nor the half of one. */
  private static final String PLANTED = """
      {"login":"anna.planted@example.org", "password" : "hunter2-planted",
       "n": 4111111111111111, "list":[ 4111111111111111,-1.5e3 , "Bearer planted-planted" ],
       "credentials":{"user":"planted","more":["planted",17,{"x":"planted"}]},
       "note":"call +44 7700 900429, \\"token\\":\\"planted\\" caf\\u00e9 \\ud83d\\ude00",
       "anna.planted@example.org":null,"pin":4711471147,"otp":true, "deep":[[[{"secret":["planted"]}]]],
       "ok":"plum" }
      """;

  private final Tally tally = new Tally();
  private final FieldScrubber fields = new FieldScrubber(new KeyRules(List.of(), List.of()));

  static Stream<Arguments> documents() {
    return Tables.rows("""
        {"a":1,"b":[true,false,null],"c":{}} → {"a":1,"b":[true,false,null],"c":{}}
        { "a" : [ ] , "b" : "x" } → {"a":[],"b":"x"}
        {"password":"x","a":"password"} → {"password":"[Filtered]","a":"password"}
        {"password":{"old":"x","new":["y"]},"a":1} → {"password":"[Filtered]","a":1}
        {"password":["x","y"]} → {"password":"[Filtered]"}
        {"password":17,"otp":true,"pin":1234} → {"password":"[Filtered]","otp":"[Filtered]","pin":"[Filtered]"}
        {"password":null,"token":""} → {"password":null,"token":""}
        {"max_tokens":4096,"mail":{"to":"x"}} → {"max_tokens":4096,"mail":{"to":"x"}}
        [{"who":"anna@example.org"},"anna@example.org"] → [{"who":"[EMAIL]"},"[EMAIL]"]
        {"anna@example.org":3} → {"[EMAIL]":3}
        {"card":1,"n":4111111111111111} → {"card":1,"n":"[CARD]"}
        [1.50,-0,1e400,123456789012345678901234567890] → [1.50,-0,1e400,123456789012345678901234567890]
        "see anna@example.org" → "see [EMAIL]"
        4111111111111111 → "[CARD]"
        17 → 17
        true → true
        null → null
        {"a":"{\\"password\\":\\"x1y2\\"}"} → {"a":"{\\"password\\":\\"[Filtered]\\"}"}
        {"pass\\u0077ord":"x"} → {"password":"[Filtered]"}
        {"a":"caf\\u00e9 \\u0001"} → {"a":"café \\u0001"}
        """);
  }

  static Stream<Arguments> mistakes() {
    return Tables.rows("""
        {"a":1,"b":oops,"c":2} → {"a":1,"[Scrub failed]":"[Scrub failed]"}
        {"a":1,b:2} → {"a":1,"[Scrub failed]":"[Scrub failed]"}
        {"a":{"b":[1,2,} → {"a":{"b":[1,2,"[Scrub failed]"]}}
        [1,2 3] → [1,"[Scrub failed]"]
        {"n":4111 1111 1111 1111} → {"n":"[Scrub failed]"}
        {"password":{"a":"x",oops}} → {"password":"[Scrub failed]"}
        {"a":1} trailing → {"a":1}
        {"a":1}{"password":"x"} → {"a":1}
        {"a":"x → {"a":"[Scrub failed]"}
        {"a":[1 → {"a":["[Scrub failed]"]}
        password=x → [Scrub failed]
        12 34 → [Scrub failed]
        { → {"[Scrub failed]":"[Scrub failed]"}
        """);
  }

  static Stream<Arguments> cuts() {
    return Tables.rows("""
        {"a":1,"b":2 → {"a":1,"b":"…"}
        {"a":1,"b":2, → {"a":1,"b":2,"…":"…"}
        {"a":"anna@exam → {"a":"…"}
        {"a":tru → {"…":"…"}
        {"a":"x\\u00 → {"a":"…"}
        {"credentials":{"user":"x" → {"credentials":"…"}
        [1,2,[3, → [1,2,[3,"…"]]
        [ → ["…"]
        17 → …
        "anna → …
        {"a":1} → {"a":1}
        {"a":oops,"b":1 → {"[Scrub failed]":"[Scrub failed]"}
        """);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void masksByKeyAndByValueAndKeepsAllElse(String document, String masked) {
    assertThat(scrubbed(document, true)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void keepsWhatComesBeforeAMistakeAndWithholdsTheRest(String document, String masked) {
    Findings findings = new Findings(tally);

    assertThat(scrubbed(document, true, findings)).isEqualTo(masked);
    assertThat(findings.listed()).anyMatch(one -> "failed".equals(one.get("rule")));
    assertThat(tally.failures()).as("nothing failed on our side").isZero();
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void saysWhereADocumentWasCut(String document, String masked) {
    assertThat(scrubbed(document, false)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource({"documents", "mistakes", "cuts"})
  void changesNothingTheSecondTime(String document, String masked) {
    Findings findings = new Findings(tally);

    assertThat(scrubbed(masked, false, findings)).isEqualTo(masked.equals("17") ? CUT : masked);
    assertThat(findings.isEmpty()).isTrue();
  }

  static IntStream everyIndex() {
    return IntStream.rangeClosed(0, PLANTED.length());
  }

  @ParameterizedTest
  @MethodSource("everyIndex")
  void leaksNothingWhereverItIsCut(int index) {
    for (boolean isWhole : new boolean[] {true, false}) {
      String masked = scrubbed(PLANTED.substring(0, index), isWhole);

      assertThat(masked).doesNotContain("planted", "hunter", "4111", "4711", "7700");
      assertThat(isWithheld(masked) || isJson(masked)).as(masked).isTrue();
    }
  }

  @Test
  void keepsTheWholeOfADocumentThatIsWhole() throws IOException {
    JsonNode masked = JSON.readTree(scrubbed(PLANTED, true));

    assertThat(masked).isEqualTo(JSON.readTree("""
            {"login":"[EMAIL]", "password":"[Filtered]", "n":"[CARD]",
             "list":["[CARD]",-1.5e3,"Bearer [Filtered]"], "credentials":"[Filtered]",
             "note":"call [PHONE], \\"token\\":\\"[Filtered]\\" café \\ud83d\\ude00",
             "[EMAIL]":null,"pin":"[Filtered]","otp":"[Filtered]",
             "deep":[[[{"secret":"[Filtered]"}]]],"ok":"plum"}
            """));
  }

  @Test
  void leaksNothingWhateverStandsInAnyPlace() {
    Random random = new Random(42);
    String odd = "{}[]\",:\\ x0-.\u0000\ud83d";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder changed = new StringBuilder(PLANTED);
      int place = random.nextInt(changed.length());
      changed.setCharAt(place, odd.charAt(random.nextInt(odd.length())));

      String masked = scrubbed(changed.toString(), i % 2 == 0);

      assertThat(isWithheld(masked) || isJson(masked)).as(masked).isTrue();
    }
  }

  @Test
  void endsInTheDeep() {
    String deep = "[".repeat(900) + "\"anna@example.org\"" + "]".repeat(900);
    String deeper = "[".repeat(100_000);

    assertThat(scrubbed(deep, true)).isEqualTo("[".repeat(32) + "\"…\"" + "]".repeat(32));
    assertThat(scrubbed(deeper, true))
        .isEqualTo("[".repeat(32) + "\"[Scrub failed]\"" + "]".repeat(32));
  }

  @Test
  void remembersWhereAndWhyButNotWhat() {
    Findings findings = new Findings(tally);

    scrubbed("{\"item\":[\"x\",{\"api-key\":\"Qz\"}],\"b\":{\"c\":\"oops", true, findings);

    assertThat(findings.listed())
        .containsExactly(
            Map.of("path", "item.1.api-key", "rule", "key"),
            Map.of("path", "b.c", "rule", "failed"));
    assertThat(findings.mark()).isZero();
  }

  @Test
  void takesABlankDocumentAsItIs() {
    assertThat(scrubbed("", true)).isEmpty();
    assertThat(scrubbed(" \n", true)).isEmpty();
  }

  private String scrubbed(String document, boolean isWhole) {
    return scrubbed(document, isWhole, new Findings(tally));
  }

  private String scrubbed(String document, boolean isWhole, Findings findings) {
    Body.Kind kind = Body.Kind.JSON;
    Map<String, Object> notes = isWhole ? Map.of() : Map.of("bytes_kept", 1);
    return new BodyScrubber(fields).scrub(new Body(kind, document, notes), findings);
  }

  private static boolean isWithheld(String masked) {
    return masked.isEmpty() || masked.equals(CUT) || masked.equals(WITHHELD);
  }

  private static boolean isJson(String text) {
    assertThatCode(() -> JSON.readTree(text)).as(text).doesNotThrowAnyException();
    return true;
  }
}
