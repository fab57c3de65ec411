package dev.whence.report.trim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.ingest.check.EventCheck;
import dev.whence.ingest.check.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTrimmerTest {
  private static final int LONG = 20_000;
  private static final List<TrimStep> STEPS = List.of(TrimStep.values());

  private static ObjectNode trimmed(byte[] json, TrimStep step) throws Exception {
    return StrictJson.object(EventTrimmer.trim(json, Integer.MAX_VALUE, step).orElseThrow());
  }

  private static ObjectNode trimmed(TrimStep step) throws Exception {
    return trimmed(BigEvent.json(LONG), step);
  }

  private static List<String> texts(JsonNode array, String pointer) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.at(pointer).asText()));
    return texts;
  }

  private static List<String> steps(JsonNode event) {
    return texts(event.at("/contexts/whence/trimmed"), "");
  }

  @ParameterizedTest
  @EnumSource(TrimStep.class)
  void whatSaysWhatHappenedSurvivesEachStep(TrimStep step) throws Exception {
    ObjectNode event = trimmed(step);

    assertThat(EventCheck.complaints(event)).isEmpty();
    assertThat(event.at("/event_id").asText()).isEqualTo(BigEvent.ID);
    assertThat(event.at("/timestamp").asText()).isEqualTo("2026-03-01T12:00:00.5Z");
    assertThat(event.at("/level").asText()).isEqualTo("fatal");
    assertThat(event.at("/transaction").asText()).isEqualTo("GET /orders/{id}");
    assertThat(event.at("/request/url").asText()).isEqualTo("https://shop.example/orders/7");
    assertThat(event.at("/contexts/trace/trace_id").asText()).isEqualTo(BigEvent.TRACE);
    assertThat(event.at("/contexts/response/status_code").asInt()).isEqualTo(500);
    assertThat(event.at("/contexts/whence/request_id").asText()).isEqualTo("r-1");
    assertThat(event.at("/user/id").asText()).isEqualTo("8fa1");
    assertThat(event.at("/tags/tenant").asText()).isEqualTo("clinic-3");
    assertThat(texts(event.at("/exception/values"), "/type"))
        .containsExactly(
            "LateSuppressed", "Root", "Middle", "SuppressedCause", "Suppressed", "Outermost");
    assertThat(texts(event.at("/exception/values/1/stacktrace/frames"), "/function"))
        .startsWith("f0")
        .endsWith("f49");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      LONG_TEXTS      | long_texts
      OLD_BREADCRUMBS | long_texts old_breadcrumbs
      REQUEST_BODY    | long_texts old_breadcrumbs request_body
      TEXTS           | long_texts old_breadcrumbs request_body texts
      CONTEXTS        | long_texts old_breadcrumbs request_body texts contexts
      BREADCRUMBS     | long_texts request_body texts contexts breadcrumbs
      FRAMES          | long_texts request_body texts contexts breadcrumbs frames
      EXCEPTIONS      | request_body texts contexts breadcrumbs frames exceptions
      REST            | request_body contexts breadcrumbs frames exceptions rest
      """)
  void anEventSaysWhatItLacks(TrimStep step, String taken) throws Exception {
    assertThat(String.join(" ", steps(trimmed(step)))).isEqualTo(taken);
  }

  @Test
  void whatTookNothingIsNotNoted() throws Exception {
    assertThat(steps(trimmed(BigEvent.json(10), TrimStep.TEXTS)))
        .containsExactly("old_breadcrumbs", "request_body");
  }

  @Test
  void theFirstStepCutsTextsAndNothingElse() throws Exception {
    ObjectNode whole = StrictJson.object(BigEvent.json(8_192 - 16));
    ObjectNode event = trimmed(BigEvent.json(8_192 - 16), TrimStep.LONG_TEXTS);
    ((ObjectNode) event.at("/contexts/whence")).remove("trimmed");

    assertThat(event.equals(whole)).isTrue();
    assertThat(trimmed(TrimStep.LONG_TEXTS).at("/extra/a").asText())
        .isEqualTo("x".repeat(8_189) + "...");
  }

  @Test
  void tenBreadcrumbsStayThenNone() throws Exception {
    assertThat(texts(trimmed(TrimStep.OLD_BREADCRUMBS).at("/breadcrumbs/values"), "/message"))
        .hasSize(10)
        .startsWith("m15")
        .endsWith("m24");
    assertThat(trimmed(TrimStep.CONTEXTS).has("breadcrumbs")).isTrue();
    assertThat(trimmed(TrimStep.BREADCRUMBS).has("breadcrumbs")).isFalse();
  }

  @Test
  void theBodyGoesAndTheRestOfTheRequestStays() throws Exception {
    assertThat(trimmed(TrimStep.OLD_BREADCRUMBS).at("/request/data").asText()).hasSize(8_192);
    assertThat(trimmed(TrimStep.REQUEST_BODY).at("/request").has("data")).isFalse();
    assertThat(trimmed(TrimStep.REQUEST_BODY).at("/request/headers/Accept").asText())
        .hasSize(8_192);
  }

  @Test
  void messagesAreCutLaterThanOtherTexts() throws Exception {
    ObjectNode early = trimmed(TrimStep.TEXTS);
    ObjectNode late = trimmed(TrimStep.EXCEPTIONS);

    assertThat(early.at("/contexts/cart/note").asText()).hasSize(1_024);
    assertThat(early.at("/logentry/formatted").asText()).hasSize(8_192);
    assertThat(early.at("/exception/values/1/value").asText()).hasSize(8_192);
    assertThat(late.at("/logentry/formatted").asText()).hasSize(1_024);
    assertThat(texts(late.at("/exception/values"), "/value"))
        .extracting(String::length)
        .containsExactly(100, 1_024, 100, 100, 100, 1_024);
  }

  @Test
  void contextsOfTheApplicationGoAndOthersStay() throws Exception {
    ObjectNode event = trimmed(TrimStep.CONTEXTS);

    assertThat(event.at("/contexts").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("whence", "trace", "runtime", "os", "response");
    assertThat(event.has("extra")).isFalse();
    assertThat(event.has("modules")).isFalse();
  }

  @Test
  void numbersAndTheLikeAreCopiedAsTheyAre() throws Exception {
    byte[] trimmed =
        EventTrimmer.trim(BigEvent.json(10), 1 << 20, TrimStep.TEXTS).orElseThrow();

    assertThat(new String(trimmed, UTF_8)).contains("\"items\":[1,2.50,{\"a\":null}]");
  }

  @Test
  void bothEndsOfAStackStayAndTheLatestOwnFramesBetween() throws Exception {
    List<String> frames =
        texts(trimmed(TrimStep.FRAMES).at("/exception/values/5/stacktrace/frames"), "/function");

    assertThat(frames).hasSize(30);
    assertThat(frames.subList(0, 10)).startsWith("f0").endsWith("f9");
    assertThat(frames.subList(10, 20)).startsWith("f22").endsWith("f31");
    assertThat(frames.subList(20, 30)).startsWith("f40").endsWith("f49");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 19, 20, 21})
  void shortStacksAndFewBreadcrumbsStayWhole(int count) throws Exception {
    String frames = "{\"function\":\"f\"},".repeat(count).replaceAll(",$", "");
    String json = "{\"exception\":{\"values\":[{\"stacktrace\":{\"frames\":[" + frames
        + "]}}]},\"breadcrumbs\":{\"values\":[1,2]}}";

    assertThat(trimmed(json.getBytes(UTF_8), TrimStep.FRAMES)
            .at("/exception/values/0/stacktrace/frames"))
        .hasSize(Math.min(20, count));
    assertThat(trimmed(json.getBytes(UTF_8), TrimStep.CONTEXTS).at("/breadcrumbs/values"))
        .hasSize(2);
  }

  @Test
  void exceptionsBetweenLoseTheirStacksAndNotTheirPlaces() throws Exception {
    JsonNode exceptions = trimmed(TrimStep.EXCEPTIONS).at("/exception/values");

    assertThat(texts(exceptions, "/stacktrace/frames/0/function"))
        .containsExactly("", "f0", "", "", "", "f0");
    assertThat(texts(exceptions, "/mechanism/parent_id"))
        .containsExactly("4", "3", "0", "1", "0", "");
  }

  @Test
  void theLastStepLeavesAFewMembers() throws Exception {
    ObjectNode event = trimmed(TrimStep.REST);

    assertThat(event.at("/contexts/whence").fieldNames())
        .toIterable()
        .containsExactly("request_id", "duration_ms", "trimmed");
    assertThat(event.at("/request").fieldNames()).toIterable().containsExactly("method", "url");
    assertThat(event.at("/contexts").fieldNames())
        .toIterable()
        .containsExactly("trace", "response", "whence");
    assertThat(event.at("/exception/values/5/mechanism").has("data")).isFalse();
    assertThat(event.at("/fingerprint")).hasSize(2);
  }

  @Test
  void eachLimitIsKeptByTheFirstStepThatCan() throws Exception {
    byte[] json = BigEvent.json(LONG);
    int latest = -1;
    for (int limit = json.length; limit > 40_000; limit = limit * 9 / 10) {
      byte[] trimmed = EventTrimmer.trim(json, limit).orElseThrow();
      int count = steps(StrictJson.object(trimmed)).size();

      assertThat(trimmed.length).isLessThanOrEqualTo(limit);
      assertThat(count).isGreaterThanOrEqualTo(latest);
      assertThat(EventTrimmer.trim(json, trimmed.length)).contains(trimmed);
      if (count > 1) {
        assertThat(EventTrimmer.trim(json, limit, STEPS.get(count - 2))).isEmpty();
      }
      latest = count;
    }
    assertThat(latest).isGreaterThan(5);
  }

  @Test
  void whatCannotBeMadeSmallEnoughIsNotThere() throws Exception {
    byte[] json = BigEvent.json(LONG);
    int least = EventTrimmer.essence(json, json.length).orElseThrow().length;

    assertThat(EventTrimmer.trim(json, least)).isPresent();
    assertThat(EventTrimmer.trim(json, least - 1)).isEmpty();
    assertThat(EventTrimmer.essence(json, least - 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_187, 8_188, 8_189, 8_190})
  void aPairOfSurrogatesIsNotSplit(int before) throws Exception {
    String text = "x".repeat(before) + "\ud83d\ude00".repeat(20);
    String cut = trimmed(("{\"a\":\"" + text + "\"}").getBytes(UTF_8), TrimStep.LONG_TEXTS)
        .at("/a")
        .asText();

    assertThat(UTF_8.newEncoder().canEncode(cut)).isTrue();
    assertThat(cut).endsWith("...").hasSizeBetween(8_191, 8_192);
    assertThat(text).startsWith(cut.substring(0, cut.length() - 3));
  }

  @Test
  void halfAPairIsWrittenAsAQuestionMark() throws Exception {
    byte[] json = "{\"a\":\"\\ud83d\"}".getBytes(UTF_8);

    assertThat(new String(EventTrimmer.trim(json, 1_000).orElseThrow(), UTF_8))
        .startsWith("{\"a\":\"?\",");
  }

  @Test
  void anEventIsTrimmedFromItsOwnNoteToo() throws Exception {
    byte[] once = EventTrimmer.essence(BigEvent.json(LONG), 1 << 20).orElseThrow();

    assertThat(steps(trimmed(once, TrimStep.LONG_TEXTS))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"contexts\":7}",
        "{\"contexts\":{\"whence\":[1]}}",
        "{\"contexts\":{}}",
        "{\"exception\":[{\"type\":\"A\"}],\"breadcrumbs\":[1]}",
        "{\"exception\":{\"values\":[1,null,[]]},\"breadcrumbs\":{\"values\":{}}}",
        "{\"exception\":{\"values\":[{\"mechanism\":{\"type\":\"chained\",\"exception_id\":0,"
            + "\"parent_id\":0}},{\"mechanism\":[]}]},\"request\":\"x\"}"
      })
  void oddEventsComeOutAsJson(String json) throws Exception {
    for (TrimStep step : STEPS) {
      assertThat(
              trimmed(json.getBytes(UTF_8), step).at("/contexts/whence/trimmed").isArray())
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "[]",
        "{",
        "{}{}",
        "{\"a\":}",
        "{\"breadcrumbs\":{\"values\":[1,",
        "{\"a\":\"\u0001\"}",
        "x"
      })
  void whatIsNoJsonObjectIsSaidToBeNone(String json) {
    for (TrimStep step : STEPS) {
      assertThatThrownBy(() -> EventTrimmer.trim(json.getBytes(UTF_8), 1_000, step))
          .isInstanceOf(UnreadableEventException.class);
    }
  }

  @Test
  void neitherDamageNorDepthEndsInAnotherException() {
    byte[] json = BigEvent.json(50);
    Random random = new Random(42);
    int readable = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = json.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      TrimStep step = STEPS.get(random.nextInt(STEPS.size()));
      try {
        readable += EventTrimmer.trim(damaged, 1 << 20, step).isPresent() ? 1 : 0;
      } catch (UnreadableEventException expected) {
        // the only one that may come
      }
    }
    assertThat(readable).isBetween(20, 980);
    byte[] deep = ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8);
    assertThatThrownBy(() -> EventTrimmer.trim(deep, 1 << 20))
        .isInstanceOf(UnreadableEventException.class);
  }
}
