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

class PairsTest {
  private final Findings findings = new Findings(new Tally());
  private final Pairs pairs = new Pairs(Fields.standard(), Fields.standard());
  private final Pairs closed = new Pairs(Fields.standard(), Fields.standard().closed());

  static Stream<Arguments> forms() {
    return Tables.rows("""
        a=1&b=2 → a=1&b=2
        pin=1;a=2;pin=3 → pin=[Filtered];a=2;pin=[Filtered]
        pin=a;b c;d=e → pin=[Filtered];d=e
        pin=a;=b → pin=[Filtered]
        pin=a; → pin=[Filtered]
        a=1;b_.-9=2&pin=3 → a=1;b_.-9=2&pin=[Filtered]
        pin= → pin=
        pin → pin
        =x → =x
        =anna@example.org → =[EMAIL]
        anna@example.org → [EMAIL]
        a=anna@example.org&&b → a=[EMAIL]&&b
        a=b=c → a=b=c
        pin=null&otp=%2A%2A%2A&token=+ → pin=null&otp=%2A%2A%2A&token=+
        a=%7B%22pin%22%3A4711%7D → a=[Filtered]
        a=x+anna@example.org+y → a=[EMAIL]
        pin=[Filtered]&a=[EMAIL] → pin=[Filtered]&a=[EMAIL]
        """);
  }

  static Stream<Arguments> setCookies() {
    return Tables.rows("""
        sid=x1; Path=/a; HttpOnly → sid=[Filtered]; Path=/a; HttpOnly
        sid=x1;Domain=a.example;Secure;SameSite=Lax → sid=[Filtered];Domain=a.example;Secure;SameSite=Lax
        sid=x1; expires=Thu, 01 Jan 1970; max-age=0 → sid=[Filtered]; expires=Thu, 01 Jan 1970; max-age=0
        sid=x1; Priority=High; Partitioned; Version=1 → sid=[Filtered]; Priority=High; Partitioned; Version=1
        sid=x1; other=y2 → sid=[Filtered]; other=[Filtered]
        sid=x1; secure=y2 → sid=[Filtered]; secure=[Filtered]
        sid=x1; path → sid=[Filtered]; [Filtered]
        x1 → [Filtered]
        """);
  }

  static Stream<Arguments> cookies() {
    return Tables.rows("""
        a=b; c=d → a=[Filtered]; c=[Filtered]
        a=  b → a=  [Filtered]
        a=;b=… → a=;b=…
        path=x; secure → path=[Filtered]; [Filtered]
        a=b&c=d → a=[Filtered]
        """);
  }

  static Stream<Arguments> urls() {
    return Tables.rows("""
        /a?b=1#c → /a?b=1#c
        /a#b → /a#b
        /a#pin=4711 → /a#pin=[Filtered]
        /a?b=1#pin=4711&c=d → /a?b=1#pin=[Filtered]&c=d
        /a?pin=1#c=d → /a?pin=[Filtered]#c=d
        /a?pin=1#c → /a?pin=[Filtered]
        /a#/b?pin=1&c=d → /a#/b?pin=[Filtered]&c=d
        /anna@example.org?a=1#b=2 → /[EMAIL]?a=1#b=2
        /a=1#b → /a=1#b
        #pin=1 → #pin=[Filtered]
        ?pin=1 → ?pin=[Filtered]
        /anna@example.org → /[EMAIL]
        /a? → /a?
        """);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void masksAForm(String form, String masked) {
    assertThat(pairs.form(form, findings)).isEqualTo(masked);
    assertThat(pairs.query(form, findings)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("setCookies")
  void masksASetCookieButForItsAttributes(String cookie, String masked) {
    assertThat(pairs.setCookie(cookie, findings)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("cookies")
  void masksEveryCookie(String cookies, String masked) {
    assertThat(pairs.cookies(cookies, findings)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("urls")
  void masksAUrlAndItsFragment(String url, String masked) {
    assertThat(pairs.url(url, findings)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a?b=1", "/a#b", "http://a/?b", "https://a/#b"})
  void knowsAUrl(String text) {
    assertThat(Pairs.isUrl(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a b?c", "?a=b", "a?b", "ftp://a/?b", "", "http://a/"})
  void knowsWhatIsNoUrl(String text) {
    assertThat(Pairs.isUrl(text)).isFalse();
  }

  @Test
  void endsAPairAtASemicolonWithAShortNameBehind() {
    String name = "n".repeat(64);

    assertThat(pairs.form("pin=a;" + name.substring(1) + "=b", findings))
        .isEqualTo("pin=[Filtered];" + name.substring(1) + "=b");
    assertThat(pairs.form("pin=a;" + name + "n=b", findings)).isEqualTo("pin=[Filtered]");
  }

  @Test
  void cutsWhatIsLongButNoForm() {
    String value = "x".repeat(10_000);

    assertThat(pairs.query("a=" + value, findings))
        .hasSizeLessThanOrEqualTo(8_192)
        .endsWith("…");
    assertThat(pairs.cookies("a=b; c=" + value, findings)).isEqualTo("a=[Filtered]; c=[Filtered]");
    assertThat(pairs.setCookie("a=b; path=" + value, findings))
        .hasSizeLessThan(8_300)
        .endsWith("…");
    assertThat(pairs.form("a=" + value, findings)).isEqualTo("a=" + value);
    assertThat(pairs.url("/" + value + "?pin=1", findings)).hasSize(8_192).endsWith("…");
    assertThat(pairs.url("/a?b=" + value, findings)).hasSizeLessThan(8_200).endsWith("…");
  }

  @Test
  void returnsWhatIsCleanAsTheSameInstance() {
    for (String clean : List.of("a=1&b=2", "/a?b=c#d=e", "/a?b=c", "/a")) {
      assertThat(pairs.url(clean, findings)).isSameAs(clean);
    }
    assertThat(findings.isEmpty()).isTrue();
  }

  @Test
  void masksValuesAsItsSecondScrubberDoes() {
    assertThat(closed.form("a=1&b&c=", findings)).isEqualTo("a=[Filtered]&[Filtered]&c=");
    assertThat(closed.url("/a?b=1#c=2", findings)).isEqualTo("/a?b=[Filtered]#c=[Filtered]");
  }

  @Test
  void saysWhichPairItMasked() {
    pairs.form("a=1&pin=4711", findings);
    pairs.cookies("sid=x1; anna@example.org=y2", findings);

    assertThat(findings.listed())
        .containsExactly(
            Map.of("path", "pin", "rule", "key", "length", 4),
            Map.of("path", "sid", "rule", "cookie", "length", 2),
            Map.of("path", "[EMAIL]", "rule", "cookie", "length", 2));
    assertThat(findings.mark()).isZero();
  }

  static Stream<Arguments> cutForms() {
    return Tables.rows("""
        a=1&b=2 → a=1&b=
        a=1&b → a=1&
        a=1& → a=1&
        a=1 → a=
        """);
  }

  @ParameterizedTest
  @MethodSource("cutForms")
  void leavesTheLastValueOut(String form, String rest) {
    assertThat(Pairs.withoutLastValue(form)).isEqualTo(rest);
    assertThat(Pairs.withoutLastValue("a")).isEmpty();
  }
}
