package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.whence.event.Body;
import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.Request;
import dev.whence.event.User;
import dev.whence.net.Disclosure;
import dev.whence.scrub.find.Looks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an application may ask for beyond the standard. */
class PolicyTest {
  private static final String PSEUDONYM = "p-[0-9a-f]{32}";

  @Test
  void switchesRulesOff() {
    Scrubber scrubber =
        Scrubber.builder().ruleOff("phone").ruleOff("github-token").build();

    assertThat(scrubber.scrubText("call +44 7700 900429 or anna@example.org"))
        .isEqualTo("call +44 7700 900429 or [EMAIL]");
    assertThat(Looks.ids())
        .contains("email", "key", "jwt", "telegram-bot-token")
        .doesNotContain("");
  }

  @Test
  void knowsItsRules() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scrubber.builder().ruleOff("fone"))
        .withMessageContaining("\"fone\"");
    assertThatIllegalArgumentException().isThrownBy(() -> Scrubber.builder().ruleOff(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scrubber.builder().hidePattern("p", Pattern.compile("x*")));
  }

  @Test
  void joinsValuesByPseudonyms() {
    Scrubber scrubber = Scrubber.builder()
        .joinKey("customer_no")
        .joinKey("pin")
        .pseudonymKey("demo-key")
        .build();
    String one = scrubber.scrub("customerNo", "K-17");

    assertThat(one).matches(PSEUDONYM);
    assertThat(scrubber.scrub("customer-no", "K-17")).isEqualTo(one);
    assertThat(scrubber.scrub("customer-no", "K-18")).matches(PSEUDONYM).isNotEqualTo(one);
    assertThat(scrubber.scrub("customer-no", one)).isEqualTo(one);
    assertThat(scrubber.scrub("pin", "4711")).matches(PSEUDONYM);
    assertThat(scrubber.scrub("customer-no", "")).isEmpty();
    assertThat(scrubber.scrubJson("{\"customerNo\":\"K-17\",\"pin\":4711,\"a\":1}"))
        .isEqualTo("{\"customerNo\":\"" + one + "\",\"pin\":\"" + scrubber.scrub("pin", "4711")
            + "\",\"a\":1}");
    assertThat(scrubber.parts().query("customer_no=K-17&a=%4b"))
        .isEqualTo("customer_no=" + one + "&a=%4b");
    assertThat(scrubber.parts().query("customer_no=K%2D17")).isEqualTo("customer_no=" + one);
    assertThat(scrubber.counts()).containsEntry("join", 9L).doesNotContainKey("key");
  }

  @Test
  void makesOtherPseudonymsUnderAnotherKey() {
    String one = Scrubber.builder().joinKey("no").pseudonymKey("a").build().scrub("no", "17");
    String other = Scrubber.builder().joinKey("no").pseudonymKey("b").build().scrub("no", "17");

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void masksWhatItMayNotJoin() {
    Scrubber keyless = Scrubber.builder().joinKey("customer_no").build();
    Scrubber blank = Scrubber.builder().joinKey("customer_no").pseudonymKey(" ").build();

    assertThat(keyless.scrub("customer_no", "K-17")).isEqualTo("[Filtered]");
    assertThat(blank.scrub("customer_no", "K-17")).isEqualTo("[Filtered]");
    assertThat(blank.scrubJson("{\"customer_no\":17}"))
        .isEqualTo("{\"customer_no\":\"[Filtered]\"}");
  }

  @Test
  void keepsWhatIsAlsoHiddenOrJoined() {
    Scrubber scrubber = Scrubber.builder()
        .hideKey("a")
        .joinKey("b")
        .keepKey("A")
        .keepKey("b")
        .pseudonymKey("demo-key")
        .build();

    assertThat(scrubber.scrubJson("{\"a\":1,\"b\":2}")).isEqualTo("{\"a\":1,\"b\":2}");
  }

  @Test
  void masksOwnPatternsEverywhere() {
    Scrubber scrubber = Scrubber.builder()
        .hidePattern("case", Pattern.compile("case-\\d+|\\b99\\b"))
        .build();

    assertThat(scrubber.scrubJson("{\"case-1\":\"case-2\",\"b\":99,\"c\":98}"))
        .isEqualTo("{\"[Filtered]\":\"[Filtered]\",\"b\":\"[Filtered]\",\"c\":98}");
    assertThat(scrubber.parts().query("a=case-3&case-4=1")).isEqualTo("a=[Filtered]&[Filtered]=1");
    assertThat(scrubber.counts()).containsEntry("case", 5L);
  }

  @Test
  void withholdsAFieldOnWhichAPatternTakesTooLong() {
    Scrubber scrubber =
        Scrubber.builder().hidePattern("evil", Pattern.compile("(x+x+)+y")).build();
    String bait = "x".repeat(2_000);
    ErrorEvent event =
        event().message(bait).tag("note", "plum").tag("bait", bait).build();

    ErrorEvent clean = scrubber.scrub(event);

    assertThat(clean.message()).hasValue("[Scrub failed]");
    assertThat(clean.tags()).isEqualTo(Map.of("note", "plum", "bait", "[Scrub failed]"));
    assertThat(scrubber.scrubText(bait)).isEqualTo("[Scrub failed]");
    assertThat(scrubber.scrub("a", bait)).isEqualTo("[Scrub failed]");
    assertThat(scrubber.scrubJson("{\"a\":\"" + bait + "\"}")).isEqualTo("[Scrub failed]");
    assertThat(scrubber.failures()).isEqualTo(5);
    assertThat(scrubber.counts()).containsEntry("failed", 5L);
  }

  @Test
  void showsNothingButWhatIsAskedForIfStrict() {
    Scrubber scrubber = Scrubber.builder()
        .privacy(Privacy.STRICT)
        .keepKey("page")
        .keepKey("ward")
        .build();

    ErrorEvent clean = scrubber.scrub(
        visit("a=1&page=2&b", "{\"a\":{\"b\":[1,true,null,\"x\"],\"ward\":3},\"ward\":4}"));
    Request request = clean.request().orElseThrow();

    assertThat(request.query()).isEqualTo("a=[Filtered]&page=2&[Filtered]");
    assertThat(request.body())
        .extracting(body -> body == null ? "" : body.text())
        .isEqualTo(
            "{\"a\":{\"b\":[\"[Filtered]\",\"[Filtered]\",null,\"[Filtered]\"],\"ward\":3},\"ward\":4}");
    assertThat(request.remoteAddress()).isNull();
    assertThat(request.headers()).isEqualTo(Map.of("X-Note", "plum"));
    assertThat(clean.breadcrumbs().get(0).message()).isEqualTo("sent");
    assertThat(clean.breadcrumbs().get(0).data())
        .isEqualTo(Map.of(
            "status", "[Filtered]", "ok", "[Filtered]", "list", List.of("[Filtered]"), "ward", 3));
    assertThat(clean.tags()).isEqualTo(Map.of("shop", "a", "patient", "[Filtered]"));
    assertThat(clean.user().orElseThrow().ipAddress()).isNull();
    assertThat(scrubber.scrub(clean)).usingRecursiveComparison().isEqualTo(clean);
  }

  @Test
  void showsNoTextAndNoFormIfStrict() {
    Parts parts =
        Scrubber.builder().privacy(Privacy.STRICT).keepKey("ward").build().parts();

    assertThat(parts.body(Body.Kind.TEXT, "plum")).isEqualTo("[Filtered]");
    assertThat(parts.body(Body.Kind.TEXT, "")).isEmpty();
    assertThat(parts.body(Body.Kind.FORM, "a=1&ward=2")).isEqualTo("a=[Filtered]&ward=2");
    assertThat(parts.body(Body.Kind.JSON, "{\"a\":1,oops:2}"))
        .isEqualTo("{\"a\":\"[Filtered]\",[Filtered]");
    assertThat(parts.body(Body.Kind.JSON, "plum")).isEqualTo("[Filtered]");
    assertThat(parts.findings().listed())
        .extracting(finding -> finding.get("rule"))
        .containsOnly("preset");
  }

  @Test
  void disclosesAddressesAsItIsTold() {
    assertThat(addressBy(Scrubber.builder())).isEqualTo("192.0.2.0");
    assertThat(addressBy(Scrubber.builder().sendDefaultPii(true))).isEqualTo("192.0.2.7");
    assertThat(addressBy(Scrubber.builder().privacy(Privacy.STRICT).sendDefaultPii(true)))
        .isNull();
    assertThat(addressBy(Scrubber.builder().clientAddress(Disclosure.NONE).sendDefaultPii(true)))
        .isNull();
    assertThat(
            addressBy(Scrubber.builder().privacy(Privacy.STRICT).clientAddress(Disclosure.WHOLE)))
        .isEqualTo("192.0.2.7");
    assertThat(addressBy(Scrubber.builder().clientAddress(null))).isEqualTo("192.0.2.0");
  }

  @Test
  void triesWhatIsAskedBeyondTheStandard() {
    Scrubber scrubber = Scrubber.builder()
        .hideKey("shop")
        .keepKey("pin")
        .ruleOff("phone")
        .hidePattern("case", Pattern.compile("case-\\d+"))
        .privacy(Privacy.STRICT)
        .dryRun(true)
        .build();
    ErrorEvent event = visit("a=1", "{\"b\":\"x\"}").toBuilder()
        .message("case-7 of anna@example.org, +44 7700 900429, pin=4711")
        .build();

    ErrorEvent clean = scrubber.scrub(event);

    assertThat(clean.message()).hasValue("case-7 of [EMAIL], +44 7700 900429, pin=4711");
    assertThat(clean.tags()).isEqualTo(event.tags());
    assertThat(clean.request().orElseThrow().query()).isEqualTo("a=1");
    assertThat(clean.request().orElseThrow().remoteAddress()).isEqualTo("192.0.2.0");
    assertThat(clean.breadcrumbs()).isEqualTo(event.breadcrumbs());
    assertThat(clean.contexts().getOrDefault("whence", Map.of()).get("masked"))
        .isEqualTo(List.of(Map.of("path", "logentry.formatted", "rule", "email", "length", 16)));
    assertThat(clean.contexts().getOrDefault("whence", Map.of()).get("would_mask"))
        .asInstanceOf(LIST)
        .contains(
            Map.of("path", "logentry.formatted", "rule", "case", "length", 6),
            Map.of("path", "tags.shop", "rule", "key", "length", 1),
            Map.of("path", "tags.patient", "rule", "key", "length", 1),
            Map.of("path", "request.query_string.a", "rule", "preset", "length", 1),
            Map.of("path", "request.data.b", "rule", "preset", "length", 1))
        .doesNotContain(Map.of("path", "logentry.formatted", "rule", "email", "length", 16));
    assertThat(scrubber.counts()).isEqualTo(Map.of("email", 1L, "failed", 0L));
    assertThat(scrubber.trialCounts())
        .containsEntry("case", 1L)
        .containsEntry("key", 2L)
        .containsKey("preset");
  }

  @Test
  void triesNothingUnlessItIsAsked() {
    Scrubber scrubber = Scrubber.standard();

    assertThat(scrubber.trialCounts()).isEmpty();
    assertThat(scrubber.scrub(visit("pin=1234", "{}")).contexts().getOrDefault("whence", Map.of()))
        .containsOnlyKeys("masked");
  }

  @Test
  void doesNotTryToJoin() {
    Scrubber scrubber =
        Scrubber.builder().joinKey("shop").pseudonymKey("demo-key").dryRun(true).build();

    assertThat(scrubber.scrub(visit("a=1", "{}")).tags()).containsEntry("shop", "a");
    assertThat(scrubber.trialCounts()).containsEntry("join", 1L);
  }

  private static @Nullable String addressBy(Scrubber.Builder settings) {
    return settings.build().scrub(visit("a=1", "{}")).request().orElseThrow().remoteAddress();
  }

  private static ErrorEvent visit(String query, String json) {
    return event()
        .tag("shop", "a")
        .tag("patient", "7")
        .user(new User("17", null, null, null, "192.0.2.7", false))
        .breadcrumbs(List.of(new Breadcrumb(
            Instant.EPOCH,
            "http",
            "sent",
            Level.INFO,
            Map.of("status", 200, "ok", true, "list", List.of("x"), "ward", 3))))
        .request(new Request(
            "GET",
            "/a",
            query,
            Map.of("X-Note", "plum"),
            null,
            Body.whole(Body.Kind.JSON, json),
            "192.0.2.7"))
        .build();
  }

  private static ErrorEvent.Builder event() {
    return ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH);
  }
}
