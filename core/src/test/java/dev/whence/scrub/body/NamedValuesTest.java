package dev.whence.scrub.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.scrub.Fields;
import dev.whence.scrub.Scrubber;
import dev.whence.scrub.Tables;
import dev.whence.scrub.field.FieldScrubber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedValuesTest {
  private final FieldScrubber fields = Fields.standard();

  /** Each with a bar before the value that is named beside it. */
  static Stream<String> pairs() {
    return Tables.lines("""
        {"name":"api_key","value":|"x1"}
        {"name":"api_key","value":|17}
        {"value":|"x1","name":"api_key"}
        {"Key":"pin","Val":|"x1"}
        { "k" : "pin" , "v" : |"x1" }
        {"field":"pin","content":|"x1","type":"a"}
        {"op":"add","path":"/user/password","value":|"x1"}
        {"header":"X-Auth-Token","text":|"x1","enabled":true,"description":"y"}
        {"name":"pin","value":|"a\\"b"}
        {"codes":["a]","b"],"arguments":[{"x":[1]}],"field":"pin","rejectedValue":|"x1"}
        {"propertyPath":"a.pin","invalidValue":|17,"message":"x","objectName":"y","code":"z"}
        {"name":"pin","value":|"x","op":1,"type":2,"enabled":3,"code":4,"codes":5,"message":6}
        ["X-Auth-Token",|"x1"]
        [ "pin" , |17 ]
        ["pin",|"null"]
        """);
  }

  static Stream<String> others() {
    return Tables.lines("""
        {"name":"colour","value":"x1"}
        {"name":"api_key"}
        {"name":"api_key","type":"x1"}
        {"name":"api_key","value":"x1","shop":2}
        {"name":"api_key","value":"x1","val":"x2"}
        {"name":"api_key","key":"pin","value":"x2"}
        {"name":17,"value":"x1"}
        {"name":"api_key","value":{"x":1}}
        {"name":"api_key","value":"x1"
        {"name":"api_key","value":"x1"]
        {"name":"api_key","value" "x1"}
        {"name":"pin","value":"x","op":1,"type":2,"enabled":3,"code":4,"codes":5,"message":6,"x":7}
        {"name":"pin","value":"x","op":1,"type":2,"enabled":3,"code":4,"codes":5,"message":6,"op":7}
        {"field":"pin","code":"NotBlank","message":"x1"}
        {"field":"pin","op":{"x":1},"rejectedValue":"x1"}
        {"value":"x1"}
        {"n\\\\u0061me":"pin","value":"x1"}
        {"abcdefghijklm":"pin","value":"x1"}
        {}
        {"name
        ["email","password"]
        ["sent to [EMAIL] again","x1"]
        ["ghp_53N1X1QIjQ1D0Q7s6PwYNKUnviFAKE5IcZeL","x1"]
        ["colour","x1"]
        ["pin"]
        ["pin","x1","x2"]
        ["pin",["x1"]]
        ["pin" "x1"]
        [17,"x1"]
        ["pin","x1"
        []
        [
        """);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void areFoundBesideTheirNames(String pair) {
    assertThat(value(pair.replace("|", ""))).isEqualTo(pair.indexOf('|'));
  }

  @ParameterizedTest
  @MethodSource("others")
  void areNotFoundInAnythingElse(String text) {
    assertThat(value(text)).isEqualTo(-1);
  }

  @Test
  void areFoundInListsOfListsOnly() {
    Scrubber scrubber = Scrubber.standard();

    assertThat(scrubber.scrubJson("[\"pin\",\"x1\"]")).isEqualTo("[\"pin\",\"x1\"]");
    assertThat(scrubber.scrubJson("[[\"pin\",\"x1\"]]")).isEqualTo("[[\"pin\",\"[Filtered]\"]]");
  }

  private int value(String text) {
    return text.charAt(0) == '{'
        ? NamedValues.inObject(text, JsonStrings.blanksEnd(text, 1), fields)
        : NamedValues.inList(text, 0, fields);
  }

  @Test
  void haveNamesOfAHundredAndTwentyEightCharactersAtMost() {
    String name = "x".repeat(125) + "pin";

    assertThat(NamedValues.isSensitive("x".repeat(124) + "-pin", fields)).isTrue();
    assertThat(NamedValues.isSensitive("x".repeat(125) + "-pin", fields)).isFalse();
    assertThat(value("[\"" + name.replace("xpin", "-pin") + "\",\"x1\"]")).isPositive();
    assertThat(value("[\"x" + name.replace("xpin", "-pin") + "\",\"x1\"]")).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password", "--api-key", "--db.password"})
  void areAnnouncedByFlags(String text) {
    assertThat(NamedValues.isFlag(text, fields)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--host", "-password", "password", "--password=x", "--"})
  void areNotAnnouncedByAnythingElse(String text) {
    assertThat(NamedValues.isFlag(text, fields)).isFalse();
  }

  @Test
  void areFoundInMaps() {
    assertThat(isPair("name", "pin", "value", 17)).isTrue();
    assertThat(isPair("VALUE", "x", "Key", "pin", "type", "x", "op", "y")).isTrue();
    assertThat(isPair("name", "pin")).isFalse();
    assertThat(isPair("name", "pin", "op", 1)).isFalse();
    assertThat(isPair("name", "colour", "value", 17)).isFalse();
    assertThat(isPair("name", 17, "value", 17)).isFalse();
    assertThat(isPair("name", "pin", "value", 1, "shop", 2)).isFalse();
    assertThat(isPair("name", "pin", "value", 1, "v", 2)).isFalse();
    assertThat(isPair("name", "pin", "key", "pin", "value", 2)).isFalse();
    assertThat(isPair("name", "pin", "value", 1, "op", 1, "type", 2, "codes", List.of()))
        .isTrue();
    assertThat(isPair(
            "name",
            "pin",
            "value",
            1,
            "op",
            1,
            "type",
            2,
            "code",
            3,
            "codes",
            4,
            "message",
            5,
            "enabled",
            6,
            "disabled",
            7))
        .isFalse();
    assertThat(NamedValues.isValue("Content")).isTrue();
    assertThat(NamedValues.isValue("name") || NamedValues.isValue("values")).isFalse();
  }

  private boolean isPair(Object... members) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put(members[i], members[i + 1]);
    }
    return NamedValues.isPair(map, fields);
  }
}
