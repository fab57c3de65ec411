package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.User;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestScopeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final KeepingReporter reporter = new KeepingReporter();
  private Whence whence = build(Whence.builder());

  private Whence build(WhenceBuilder builder) {
    return builder
        .environmentVariables(Map.of())
        .environment("test")
        .reporter(reporter)
        .build();
  }

  private void rebuild(WhenceBuilder builder) {
    whence.close();
    whence = build(builder);
  }

  private List<JsonNode> events() {
    assertThat(whence.flush(LONG)).isTrue();
    return reporter.events();
  }

  private JsonNode onlyEvent() {
    assertThat(events()).hasSize(1);
    return events().get(0);
  }

  @AfterEach
  void closeAndCheckTheSums() {
    whence.close();
    var health = whence.health();
    long refused = health.refused().values().stream().mapToLong(Long::longValue).sum();
    assertThat(health.captured()).isEqualTo(refused + health.inbox() + health.recorded());
  }

  @Test
  void aRequestThatGoesWellLeavesNothing() {
    RequestScope scope = whence.open("r-1");
    scope.breadcrumb("cart", "opened", Level.INFO);

    scope.finish(StubFacts.answered(200));

    assertThat(events()).isEmpty();
    assertThat(whence.health().captured()).isZero();
  }

  @Test
  void anEventWaitsForTheEndAndHasAllThatCameUntilThen() {
    RequestScope scope = whence.open("r-1");
    scope.fail(new IllegalStateException("x"), "servlet", null);
    scope.breadcrumb("after", "the failure", Level.INFO);
    scope.tag("late", "tag");
    assertThat(events()).isEmpty();

    scope.finish(StubFacts.answered(502));

    JsonNode event = onlyEvent();
    assertThat(event.at("/contexts/response/status_code").asInt()).isEqualTo(502);
    assertThat(event.at("/breadcrumbs/values/0/message").asText()).isEqualTo("the failure");
    assertThat(event.at("/tags/late").asText()).isEqualTo("tag");
    assertThat(event.at("/tags/request_id").asText()).isEqualTo("r-1");
    assertThat(event.at("/transaction").asText()).isEqualTo("GET /stub/*");
    assertThat(event.at("/request/url").asText()).isEqualTo("http://localhost/stub/7");
    assertThat(event.at("/request/cookies/0/0").asText()).isEqualTo("sid");
    assertThat(event.at("/request/data").asText()).isEqualTo("{\"items\":3,\"pin\":\"…\"}");
    assertThat(event.at("/contexts/whence/body")).hasToString("{\"bytes_read\":20000}");
    assertThat(event.at("/exception/values/0/mechanism/handled").asBoolean(true))
        .isFalse();
  }

  @Test
  void theSameFailureCapturedThrownAndDispatchedIsOneEvent() {
    RequestScope scope = whence.open("r-1");
    IOException root = new IOException("root");
    IllegalStateException thrown = new IllegalStateException("thrown", root);
    Optional<EventId> captured;
    try (ScopeEntry entry = scope.enter()) {
      captured = whence.capture(root, details -> details.tag("by", "hand"));
    }

    scope.fail(thrown, "servlet", null);
    scope.fail(root, "error page", null);
    scope.finish(StubFacts.answered(500));
    scope.fail(thrown, "after the end", null);

    JsonNode event = onlyEvent();
    assertThat(event.at("/event_id").asText()).isEqualTo(captured.orElseThrow().toString());
    assertThat(event.at("/exception/values").size()).isEqualTo(2);
    assertThat(event.at("/tags/by").asText()).isEqualTo("hand");
    assertThat(event.at("/exception/values/0/mechanism/handled").asBoolean(true))
        .isFalse();
  }

  @Test
  void oneExceptionThrownInFiveRequestsIsFiveEvents() {
    IllegalStateException shared = new IllegalStateException("made once");
    for (int i = 0; i < 5; i++) {
      RequestScope scope = whence.open(null);
      scope.fail(shared, "servlet", null);
      scope.finish(StubFacts.answered(500));
    }

    assertThat(events()).hasSize(5);
  }

  @Test
  void aCyclicChainIsOneEventFromWhicheverEndItIsSeen() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);
    RequestScope scope = whence.open("r-1");

    scope.fail(one, "servlet", null);
    scope.fail(two, "servlet", null);
    scope.finish(StubFacts.answered(500));

    assertThat(onlyEvent().at("/exception/values").size()).isEqualTo(2);
  }

  @Test
  void twoFailuresAreTwoEvents() {
    RequestScope scope = whence.open("r-1");
    scope.fail(new IllegalStateException("one"), "servlet", null);
    scope.fail(new IllegalStateException("two"), "servlet", null);

    scope.finish(StubFacts.answered(500));

    assertThat(events()).hasSize(2);
  }

  @Test
  void aRequestParksEightAndTheRestIsCounted() {
    RequestScope scope = whence.open("r-1");
    for (int i = 0; i < 11; i++) {
      scope.fail(new IllegalStateException("number " + i), "servlet", null);
    }

    scope.finish(StubFacts.answered(500));

    assertThat(events()).hasSize(8);
    assertThat(whence.health().refused()).isEqualTo(Map.of("scope_full", 3L));
  }

  @ParameterizedTest
  @CsvSource({"500, error", "503, error", "599, error"})
  void aStatusAloneIsAnEvent(int status, String level) {
    RequestScope scope = whence.open("r-1");

    scope.finish(StubFacts.answered(status));

    JsonNode event = onlyEvent();
    assertThat(event.at("/logentry/formatted").asText())
        .isEqualTo("answered " + status + " to GET /stub/*");
    assertThat(event.at("/level").asText()).isEqualTo(level);
    assertThat(scope.eventId().orElseThrow().toString())
        .isEqualTo(event.at("/event_id").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "399, 0", "400, 1", "401, 1", "402, 0", "403, 1", "404, 1", "405, 1", "406, 0", "418, 0",
    "499, 0", "500, 1", "504, 1", "505, 0"
  })
  void oneTableSaysWhichStatusesAreEvents(int status, int events) {
    rebuild(Whence.builder().set(Keys.CAPTURE_STATUS, "400,401,403-405,500-504"));

    RequestScope scope = whence.open("r-1");
    assertThat(scope.finishQuietly(status)).isEqualTo(events == 0);
    scope.finish(StubFacts.answered(status));

    assertThat(events())
        .extracting(event -> event.at("/level").asText())
        .isEqualTo(events == 0 ? List.of() : List.of(status < 500 ? "warning" : "error"));
  }

  @Test
  void aStatusBelow500IsAWarningWhenAskedFor() {
    rebuild(Whence.builder().set(Keys.CAPTURE_STATUS, "404"));

    whence.open("r-1").finish(StubFacts.answered(404));
    whence.open("r-2").finish(StubFacts.answered(500));

    assertThat(onlyEvent().at("/level").asText()).isEqualTo("warning");
  }

  @Test
  void anIgnoredFailureIsNoEventByItsStatusEither() {
    rebuild(Whence.builder().ignore(IllegalStateException.class));
    RequestScope scope = whence.open("r-1");
    scope.fail(new IllegalStateException("x"), "servlet", null);
    scope.fail(new IllegalStateException("x", new IOException()), "servlet", null);

    scope.finish(StubFacts.answered(500));

    assertThat(events()).isEmpty();
    assertThat(scope.eventId()).isEmpty();
  }

  @Test
  void onlyTheFirstEndCounts() {
    RequestScope scope = whence.open("r-1");
    scope.fail(new IllegalStateException("x"), "servlet", null);

    assertThat(scope.finish(StubFacts.answered(500))).isTrue();
    assertThat(scope.finish(StubFacts.answered(500))).isFalse();

    assertThat(events()).hasSize(1);
  }

  @Test
  void aFailureAfterTheEndIsAnEventAtOnce() {
    RequestScope scope = whence.open("r-1");
    scope.breadcrumb("work", "went on", Level.INFO);
    scope.finish(StubFacts.answered(200));

    scope.fail(new IllegalStateException("late"), "task", null);

    JsonNode event = onlyEvent();
    assertThat(event.at("/tags/request_id").asText()).isEqualTo("r-1");
    assertThat(event.at("/breadcrumbs/values/0/message").asText()).isEqualTo("went on");
    assertThat(event.has("request")).isFalse();
  }

  @Test
  void theNewestBreadcrumbsAreKept() {
    RequestScope scope = whence.open("r-1");
    for (int i = 0; i < 70; i++) {
      scope.breadcrumb("count", "number " + i, Level.INFO);
    }
    scope.fail(new IllegalStateException("x"), "servlet", null);

    scope.finish(StubFacts.answered(500));

    JsonNode values = onlyEvent().at("/breadcrumbs/values");
    assertThat(values.size()).isEqualTo(50);
    assertThat(values.get(0).at("/message").asText()).isEqualTo("number 20");
  }

  @Test
  void entriesNestAndGiveBackWhatWasThere() {
    RequestScope outer = whence.open("outer");
    RequestScope inner = whence.open("inner");

    try (ScopeEntry first = outer.enter()) {
      try (ScopeEntry second = inner.enter()) {
        assertThat(whence.currentScope()).contains(inner);
      }
      assertThat(whence.currentScope()).contains(outer);
    }

    assertThat(whence.currentScope()).isEmpty();
  }

  @Test
  void theScopeOfAnotherInstanceIsNotTouched() {
    KeepingReporter others = new KeepingReporter();
    Whence other =
        Whence.builder().environmentVariables(Map.of()).reporter(others).build();
    RequestScope scope = whence.open("r-1");
    try (ScopeEntry entry = scope.enter()) {
      assertThat(Whence.current()).isSameAs(whence);
      other.tag("not", "mine");
      other.capture("outside", Level.INFO);
    }
    scope.fail(new IllegalStateException("x"), "servlet", null);
    scope.finish(StubFacts.answered(500));
    assertThat(other.flush(LONG)).isTrue();
    other.close();

    assertThat(onlyEvent().at("/tags/not").isMissingNode()).isTrue();
    assertThat(others.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7f3c-11:22_x.y", "A1"})
  void aWellFormedIdIsTaken(String id) {
    assertThat(whence.open(id).requestId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\r\nSet-Cookie: x", "ä", "<script>", "日本", "a\u0000"})
  void aHostileIdIsReplacedByAUuidOfVersion7(String id) {
    assertThat(whence.open(id).requestId())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void anIdOf128IsTakenAndALongerOneReplaced() {
    assertThat(whence.open("x".repeat(128)).requestId()).hasSize(128);
    assertThat(whence.open("x".repeat(129)).requestId()).hasSize(36);
    assertThat(whence.open("x".repeat(1 << 20)).requestId()).hasSize(36);
  }

  @Test
  void anIdIsNotTakenWhereItIsNotTrusted() {
    rebuild(Whence.builder().set(Keys.TRUST_REQUEST_ID, "false"));

    assertThat(whence.open("offered").requestId()).isNotEqualTo("offered");
  }

  @Test
  void theResolverNamesTheUserAndThePrincipalStandsIn() {
    rebuild(Whence.builder().userResolver(facts -> facts.status() == 500 ? User.of("u-7") : null));
    for (int status : new int[] {500, 503}) {
      RequestScope scope = whence.open("r-" + status);
      scope.fail(new IllegalStateException("x"), "servlet", null);
      scope.finish(new StubFacts(status, "4711"));
    }

    assertThat(events())
        .extracting(event -> event.at("/user/id").asText())
        .containsExactly("u-7", "4711");
  }

  @Test
  void aResolverThatThrowsIsCounted() {
    rebuild(Whence.builder().userResolver(facts -> {
      throw new IOException("no session store");
    }));
    RequestScope scope = whence.open("r-1");
    scope.fail(new IllegalStateException("x"), "servlet", null);

    scope.finish(new StubFacts(500, "4711"));

    assertThat(onlyEvent().at("/user/id").asText()).isEqualTo("4711");
    assertThat(whence.health().faults()).containsEntry("user-resolver", 1L);
  }

  @Test
  void aResolverThatHangsHoldsUpNobody() {
    rebuild(Whence.builder().userResolver(facts -> {
      new CountDownLatch(1).await();
      return null;
    }));
    for (int i = 0; i < 3; i++) {
      RequestScope scope = whence.open("r-" + i);
      scope.fail(new IllegalStateException("x"), "servlet", null);
      scope.finish(StubFacts.answered(500));
    }

    assertThat(events()).hasSize(3);
    assertThat(whence.health().faults().get("user-resolver")).isPositive();
  }

  @Test
  void theRequestIdIsInTheMdcWhileTheScopeIsEntered() {
    org.slf4j.MDC.put("requestId", "of somebody else");
    RequestScope scope = whence.open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      assertThat(org.slf4j.MDC.get("requestId")).isEqualTo("r-1");
    }

    assertThat(org.slf4j.MDC.get("requestId")).isEqualTo("of somebody else");
    org.slf4j.MDC.remove("requestId");
  }

  @Test
  void theMdcCanBeLeftAlone() {
    rebuild(Whence.builder().set(Keys.MDC_KEY, "off"));
    RequestScope scope = whence.open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      assertThat(org.slf4j.MDC.get("requestId")).isNull();
    }
  }
}
