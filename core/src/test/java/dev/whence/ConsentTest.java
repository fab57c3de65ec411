package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.event.Consent;
import dev.whence.event.EventId;
import dev.whence.event.User;
import dev.whence.request.ConsentResolver;
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

/** The requests here come from {@link StubFacts}, which has a cookie and says DNT: 1. */
class ConsentTest {
  private static final User USER = User.of("shopper-8fa1").tenant("clinic-3");

  private final KeepingReporter reporter = new KeepingReporter();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private Whence whence = Whence.builder().build();

  private void build(String signals, ConsentResolver resolver) {
    whence.close();
    whence = Whence.builder()
        .environmentVariables(Map.of())
        .reporter(reporter)
        .set(Keys.CONSENT_SIGNALS, signals)
        .consentResolver(resolver)
        .build();
  }

  @AfterEach
  void close() {
    hanging.countDown();
    whence.close();
    assertThat(whence.health().inbox()).isZero();
  }

  private RequestScope fail() {
    RequestScope scope = whence.open("r-1");
    scope.user(USER);
    scope.fail(new IllegalStateException("x"), "servlet", null);
    scope.finish(StubFacts.answered(500));
    return scope;
  }

  private List<JsonNode> events() {
    assertThat(whence.flush(Duration.ofSeconds(30))).isTrue();
    return reporter.events();
  }

  private static void assertAnonymous(JsonNode event) {
    assertThat(event.at("/user/id").isMissingNode()).isTrue();
    assertThat(event.at("/request/cookies").isMissingNode()).isTrue();
    assertThat(event.at("/request/data").isMissingNode()).isTrue();
    assertThat(event.at("/contexts/whence/body").isMissingNode()).isTrue();
    assertThat(event.toString()).doesNotContain("shopper-8fa1").contains("clinic-3");
    assertThat(event.at("/exception/values/0/type").asText()).isEqualTo("IllegalStateException");
  }

  private static void assertFull(JsonNode event) {
    assertThat(event.at("/user/id").asText()).isEqualTo("shopper-8fa1");
    assertThat(event.at("/request/cookies/0/0").asText()).isEqualTo("sid");
    assertThat(event.at("/request/data").asText()).contains("items");
  }

  @ParameterizedTest
  @CsvSource({
    "'', FULL, FULL",
    "gpc, FULL, FULL",
    "dnt, FULL, ANONYMOUS",
    "'gpc,dnt', FULL, ANONYMOUS",
    "'', ANONYMOUS, ANONYMOUS",
    "gpc, ANONYMOUS, ANONYMOUS",
    "dnt, NONE, NONE",
    "'', NONE, NONE",
  })
  void theStricterOfBrowserAndApplicationHolds(String signals, Consent said, Consent holds) {
    build(signals, facts -> said);

    fail();

    switch (holds) {
      case FULL -> assertFull(events().get(0));
      case ANONYMOUS -> assertAnonymous(events().get(0));
      case NONE -> {
        assertThat(events()).isEmpty();
        assertThat(whence.health().refused()).isEqualTo(Map.of("consent", 1L));
      }
    }
  }

  @Test
  void withoutConsentNoIdIsPromised() {
    build("", facts -> Consent.NONE);

    assertThat(fail().eventId()).isEmpty();
  }

  @Test
  void aJobWithinARequestHasNoMoreConsentThanThat() {
    build("dnt", facts -> Consent.FULL);
    RequestScope scope = whence.open("r-1");
    try (ScopeEntry entry = scope.enter();
        Transaction job = whence.transaction("task", "inner job")) {
      whence.user(USER);
      job.fail(new IllegalStateException("x"));
    }
    scope.finish(StubFacts.answered(200));

    assertAnonymous(events().get(0));
  }

  @Test
  void aJobLeavesNothingWhereItsRequestDoesNot() {
    build("", facts -> Consent.NONE);
    RequestScope scope = fail();
    try (ScopeEntry entry = scope.enter();
        Transaction job = whence.transaction("task", "after the answer")) {
      job.fail(new IllegalStateException("y"));
    }

    assertThat(events()).isEmpty();
    assertThat(whence.health().refused()).isEqualTo(Map.of("consent", 2L));
  }

  @Test
  void aResolverThatThrowsMakesEventsAnonymous() {
    build("", facts -> {
      throw new IOException("no session store");
    });

    fail();

    assertAnonymous(events().get(0));
    assertThat(whence.health().faults()).containsEntry("consent-resolver", 1L);
  }

  @Test
  void aResolverThatHangsMakesEventsAnonymous() {
    build("", facts -> {
      hanging.await();
      return Consent.FULL;
    });

    fail();

    assertAnonymous(events().get(0));
  }

  @Test
  void whatWasSaidHoldsForWhatComesAfterTheRequest() {
    build("", facts -> Consent.NONE);
    RequestScope scope = fail();

    scope.fail(new IllegalArgumentException("late"), "task", null);

    assertThat(events()).isEmpty();
    assertThat(whence.health().refused()).isEqualTo(Map.of("consent", 2L));
  }

  @Test
  void aRequestThatWasNeverAskedStaysAnonymousInTheEnd() {
    build("dnt", facts -> Consent.FULL);
    RequestScope scope = whence.open("r-1");
    scope.user(USER);
    scope.finish(StubFacts.answered(200));

    scope.fail(new IllegalStateException("late"), "task", null);

    assertAnonymous(events().get(0));
  }

  @Test
  void aUserOfTheCaptureAloneIsLeftOutToo() {
    build("dnt", facts -> Consent.FULL);
    RequestScope scope = whence.open("r-1");
    Optional<EventId> id;
    try (ScopeEntry entry = scope.enter()) {
      id = whence.capture(new IllegalStateException("x"), details -> details.user(USER));
    }
    scope.finish(StubFacts.answered(500));

    assertThat(id).isPresent();
    assertAnonymous(events().get(0));
  }
}
