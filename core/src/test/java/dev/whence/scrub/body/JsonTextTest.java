package dev.whence.scrub.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.Body;
import dev.whence.scrub.Fields;
import dev.whence.scrub.Tables;
import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.Tally;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
  private final FieldScrubber fields = Fields.standard();

  static Stream<Arguments> documents() {
    return Tables.rows("""
        {"a":1,"b":[true,false,null],"c":{}} → {"a":1,"b":[true,false,null],"c":{}}
        { "a" : [ ] , "b" : "x" } → { "a" : [ ] , "b" : "x" }
        {"password":"x","a":"password"} → {"password":"[Filtered]","a":"password"}
        {"password" : {"old":"x","new":["}"]} , "a":1} → {"password" : "[Filtered]" , "a":1}
        {"password":["x","y"]} → {"password":"[Filtered]"}
        {"password":{},"credentials":[ ]} → {"password":{},"credentials":[ ]}
        {"password":17,"otp":true,"pin":1234} → {"password":"[Filtered]","otp":true,"pin":"[Filtered]"}
        {"password":null,"token":"","secret":"none"} → {"password":null,"token":"","secret":"none"}
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
        {"a":"[{\\"b\\":\\"{\\\\\\"pin\\\\\\":4711}\\"}]"} → {"a":"[{\\"b\\":\\"{\\\\\\"pin\\\\\\":\\\\\\"[Filtered]\\\\\\"}\\"}]"}
        {"pass\\u0077ord":"x"} → {"pass\\u0077ord":"[Filtered]"}
        {"a":"caf\\u00e9 \\u0001"} → {"a":"caf\\u00e9 \\u0001"}
        {"a":"anna\\u0040example.org"} → {"a":"[EMAIL]"}
        {"token":"x","token":"y"} → {"token":"[Filtered]","token":"[Filtered]"}
        {"a":1}{"pin":4711} → {"a":1}{"pin":"[Filtered]"}
        {/* a */"pin" // b → {/* a */"pin" // b
        {"pin"/*"*/:/*x*/"4711"} → {"pin"/*"*/:/*x*/"[Filtered]"}
        [["X-Auth-Token","x1"],["Accept","*/*"]] → [["X-Auth-Token","[Filtered]"],["Accept","*/*"]]
        [["email","password"]] → [["email","password"]]
        ["email","password"] → ["email","password"]
        {"name":"api_key","value":"x1"} → {"name":"api_key","value":"[Filtered]"}
        {"Value":17,"Key":"pin"} → {"Value":"[Filtered]","Key":"pin"}
        {"name":"api_key","value":"x1","shop":2} → {"name":"api_key","value":"x1","shop":2}
        {"name":"token","value":{"x":1}} → {"name":"token","value":{"x":1}}
        ["--password","x1","--host","x2"] → ["--password","[Filtered]","--host","x2"]
        {"email":"none","mail":"weekly"} → {"email":"none","mail":"weekly"}
        {"[Filtered]":"x","a":"[Filtered]"} → {"[Filtered]":"x","a":"[Filtered]"}
        """);
  }

  static Stream<Arguments> mistakes() {
    return Tables.rows("""
        {"a":1,"b":oops,"pin":"4711"} → {"a":1,"b":oops,"pin":"[Filtered]"}
        {'a':'x','pin':'4711'} → {'a':'x','pin':'[Filtered]'}
        {a:1,password:x2,b:3} → {a:1,password:[Filtered],b:3}
        {"password":{"a":"x",oops}} → {"password":"[Filtered]"}
        {"password":"x"y,"b":"c"} → {"password":"[Filtered]"}
        {"password":"x"y"} → {"password":"[Filtered]"}
        {"a":"x → {"a":"x
        {"a":"anna@exam → {"a":"…
        {"a":"x","pin":"47 → {"a":"x","pin":"[Filtered]
        {"a":"x","pin":47 → {"a":"x","pin":"[Filtered]"
        {"credentials":{"user":"x → {"credentials":"[Filtered]"
        password=x → password=[Filtered]
        see anna@example.org → see [EMAIL]
        ]]}}{"pin":1234 → ]]}}{"pin":"[Filtered]"
        """);
  }

  static Stream<Arguments> cuts() {
    return Tables.rows("""
        {"a":1,"b":2 → {"a":1,"b":"…"}
        {"a":1,"b":2, → {"a":1,"b":2,"…":"…"}
        {"a":1,"b → {"a":1,"…":"…"}
        {"a":1,"b": → {"a":1,"b":"…"}
        {"a":"one two thr → {"a":"one two…"}
        {"a":"anna@exam → {"a":"…"}
        {"a":tru → {"a":"…"}
        {"a":"x\\u00 → {"a":"…"}
        {"credentials":{"user":"x" → {"credentials":"[Filtered]"}
        {"pin":"47 → {"pin":"[Filtered]"}
        [1,2,[3, → [1,2,[3,"…"]]
        [ → ["…"]
        {"a":1} → {"a":1}
        """);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void masksByKeyAndByValueAndKeepsAllElseToTheByte(String document, String masked) {
    assertThat(scrubbed(document, true)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void masksAsTextWhatIsNoJson(String document, String masked) {
    assertThat(scrubbed(document, true)).isEqualTo(masked);
    assertThat(tally.failures()).isZero();
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void closesADocumentThatWasCut(String document, String masked) {
    assertThat(scrubbed(document, false)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource({"documents", "mistakes"})
  void changesNothingTheSecondTime(String document, String masked) {
    Findings findings = new Findings(tally);

    assertThat(scrubbed(masked, true, findings)).isEqualTo(masked);
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void returnsACleanDocumentAsTheSameInstance() {
    String document = "{\"a\": [1, \"two\", {\"b\": null}], \"c\": \"d 2026-11-22 e\"}";

    assertThat(scrubbed(document, true)).isSameAs(document);
  }

  static IntStream everyIndex() {
    return IntStream.rangeClosed(0, PLANTED.length());
  }

  @ParameterizedTest
  @MethodSource("everyIndex")
  void leaksNothingWhereverItIsCut(int index) {
    String masked = scrubbed(PLANTED.substring(0, index), false);

    assertThat(masked).doesNotContain("planted", "hunter", "4111", "4711", "7700");
    assertThat(masked.isBlank() || isJson(masked)).as(masked).isTrue();
  }

  @Test
  void keepsTheWholeOfADocumentThatIsWhole() throws IOException {
    JsonNode masked = JSON.readTree(scrubbed(PLANTED, true));

    assertThat(masked).isEqualTo(JSON.readTree("""
            {"login":"[EMAIL]", "password":"[Filtered]", "n":"[CARD]",
             "list":["[CARD]",-1.5e3,"Bearer [Filtered]"], "credentials":"[Filtered]",
             "note":"call [PHONE], \\"token\\":\\"[Filtered]\\" café \\ud83d\\ude00",
             "[EMAIL]":null,"pin":"[Filtered]","otp":true,
             "deep":[[[{"secret":"[Filtered]"}]]],"ok":"plum"}
            """));
  }

  @Tag("slow")
  @Test
  void leaksNoSecretByItsNameWhateverStandsInAnyPlaceBefore() {
    Random random = new Random(42);
    String odd = "{}[],: x0-.\u0000\ud83d";
    int password = PLANTED.indexOf("\"password\"");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder changed = new StringBuilder(PLANTED);
      changed.setCharAt(random.nextInt(password), odd.charAt(random.nextInt(odd.length())));

      String masked = scrubbed(changed.toString(), i % 2 == 0);

      assertThat(masked).as(changed.toString()).doesNotContain("hunter2");
    }
  }

  @Test
  void goesThroughTheDeepWithoutEnd() {
    String deep = "[".repeat(100_000) + "\"anna@example.org\"" + "]".repeat(100_000);
    String open = "{\"a\":[".repeat(50_000);

    assertThat(scrubbed(deep, true)).isEqualTo(deep.replace("anna@example.org", "[EMAIL]"));
    assertThat(scrubbed(open, false)).startsWith(open).endsWith("]}]}");
  }

  @Test
  void remembersWhereAndWhyAndHowMuchButNotWhat() {
    Findings findings = new Findings(tally);

    scrubbed(
        "{\"item\":[\"x\",{\"api-key\":\"Qz7\"}],\"anna@example.org\":{\"c\":\"+1 415 555 2671\"}}",
        true,
        findings);

    assertThat(findings.listed())
        .containsExactly(
            Map.of("path", "item.1.api-key", "rule", "key", "length", 3),
            Map.of("path", "", "rule", "email", "length", 16),
            Map.of("path", "[EMAIL].c", "rule", "phone", "length", 15));
    assertThat(findings.mark()).isZero();
  }

  @Test
  void takesABlankDocumentAsItIs() {
    assertThat(scrubbed("", true)).isEmpty();
    assertThat(scrubbed(" \n", true)).isEqualTo(" \n");
  }

  private String scrubbed(String document, boolean isWhole) {
    return scrubbed(document, isWhole, new Findings(tally));
  }

  private String scrubbed(String document, boolean isWhole, Findings findings) {
    Body.Kind kind = Body.Kind.JSON;
    Map<String, Object> notes = isWhole ? Map.of() : Map.of("bytes_kept", 1);
    return new BodyScrubber(fields).scrub(new Body(kind, document, notes), findings);
  }

  private static boolean isJson(String text) {
    assertThatCode(() -> JSON.readTree(text)).as(text).doesNotThrowAnyException();
    return true;
  }
}
