package dev.whence.scrub.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.event.Body;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Request;
import dev.whence.scrub.Scrubber;
import dev.whence.scrub.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are no JSON; see {@link JsonWalkTest} for those that are. */
class BodyScrubberTest {
  private static final Map<String, Object> CUT = Map.of("bytes_read", 20_000, "bytes_kept", 8_192);

  private final Scrubber scrubber = Scrubber.standard();

  static Stream<Arguments> forms() {
    return Tables.rows("""
        login=svc2&newPassword=w1nter%4098v85&agree=on → login=svc2&newPassword=[Filtered]&agree=on
        name=Token+Ring&stock=44 → name=Token+Ring&stock=44
        password=a,b;c → password=[Filtered]
        who=leila%40example.net → who=[EMAIL]
        a b=c → a b=c
        """);
  }

  static Stream<Arguments> formsThatWereCut() {
    return Tables.rows("""
        a=1&b=2 → a=1&b=…
        a=1&who=leila%40exam → a=1&who=…
        a=1&card=41111111 → a=1&card=…
        a=1&passwo → a=1&…
        passwo → …
        a=1& → a=1&…
        a=1&b=2&c=… → a=1&b=2&c=…
        """);
  }

  static Stream<Arguments> texts() {
    return Tables.rows("""
        wrote to a@b.org with x=1 → wrote to [EMAIL] with x=1
        token: Y4hDUMMY and more → token: [Filtered] and more
        a=1&password=x → a=1&password=[Filtered]
        photo: 1024 bytes, image/png → photo: 1024 bytes, image/png
        """);
  }

  static Stream<Arguments> textsThatWereCut() {
    return Tables.rows("""
        see anna@exam → see…
        paid by 4111 1111 1111 1 → paid by…
        call +44 7700 900 → call…
        anna@exam → …
        nothing special here → nothing special…
        password: Y4hD and → password: [Filtered]…
        password: Y4hD → password:…
        done… → done…
        """);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void masksAFormPairByPair(String form, String masked) {
    assertThat(scrubbed(Body.whole(Body.Kind.FORM, form))).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("formsThatWereCut")
  void withholdsTheValueThroughWhichAFormWasCut(String form, String masked) {
    assertScrubbedOnceAndForAll(new Body(Body.Kind.FORM, form, CUT), masked);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void masksTextAndParts(String text, String masked) {
    assertThat(scrubbed(Body.whole(Body.Kind.TEXT, text))).isEqualTo(masked);
    assertThat(scrubbed(Body.whole(Body.Kind.PARTS, text))).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("textsThatWereCut")
  void withholdsTheWordThroughWhichATextWasCut(String text, String masked) {
    assertScrubbedOnceAndForAll(new Body(Body.Kind.TEXT, text, CUT), masked);
  }

  @Test
  void keepsAWholeBodyBeyondTheLimitOfOtherFields() {
    String form = "a=" + "x".repeat(20_000) + "&password=hunter2";
    String text = "plum ".repeat(4_000) + "anna@example.org";

    assertThat(scrubbed(Body.whole(Body.Kind.FORM, form)))
        .isEqualTo(form.replace("hunter2", "[Filtered]"));
    assertThat(scrubbed(Body.whole(Body.Kind.TEXT, text)))
        .isEqualTo(text.replace("anna@example.org", "[EMAIL]"));
  }

  @Test
  void cutsABodyBeyondItsOwnLimit() {
    String text = "plum ".repeat(1 << 20);

    assertThat(scrubbed(Body.whole(Body.Kind.TEXT, text)))
        .hasSizeLessThanOrEqualTo(1 << 20)
        .startsWith("plum plum")
        .endsWith("…");
  }

  @Test
  void leavesNotesAndAnEmptyText() {
    Body body = new Body(Body.Kind.PARTS, "", Map.of("bytes_read", 7));

    assertThat(scrub(body).body()).isEqualTo(body);
  }

  @Test
  void tellsWhatWasMaskedUnderTheBodysName() {
    ErrorEvent event = scrubber.scrub(event(Body.whole(Body.Kind.FORM, "password=x")));

    assertThat(event.contexts().getOrDefault("whence", Map.of()))
        .containsEntry(
            "masked", List.of(Map.of("path", "request.data.password", "rule", "key", "length", 1)));
  }

  private void assertScrubbedOnceAndForAll(Body body, String masked) {
    String once = scrubbed(body);
    Map<String, Long> counts = scrubber.counts();

    assertThat(once).isEqualTo(masked);
    assertThat(scrubbed(body.withText(once))).isEqualTo(once);
    assertThat(scrubber.counts()).isEqualTo(counts);
  }

  private String scrubbed(Body body) {
    Body clean = scrub(body).body();
    return clean == null ? "" : clean.text();
  }

  private Request scrub(Body body) {
    return scrubber.scrub(event(body)).request().orElseThrow();
  }

  private static ErrorEvent event(Body body) {
    return ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH)
        .request(new Request("POST", "/", null, Map.of(), null, body, null))
        .build();
  }
}
