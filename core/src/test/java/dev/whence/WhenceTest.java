package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.User;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhenceTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final KeepingReporter reporter = new KeepingReporter();
  private final List<Whence> open = new ArrayList<>();

  private WhenceBuilder builder() {
    return Whence.builder().environmentVariables(Map.of()).environment("test").reporter(reporter);
  }

  private Whence build(WhenceBuilder builder) {
    Whence whence = builder.build();
    open.add(whence);
    return whence;
  }

  private List<JsonNode> events(Whence whence) {
    assertThat(whence.flush(LONG)).isTrue();
    return reporter.events();
  }

  @AfterEach
  void close() {
    open.forEach(Whence::close);
  }

  // Outside a request.

  @Test
  void durationsBeyondAllNanosecondsAreEndless() {
    Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
    try (Whence patient = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.SLOW_REQUEST, "999999999d")
        .build()) {
      assertThat(patient.flush(endless)).isTrue();
      assertThat(patient.capture(new IllegalStateException("x"))).isPresent();
      assertThat(patient.flush(endless)).isTrue();
    }
  }

  @Test
  void aCapturedFailureIsAnEventAtOnce() {
    Whence whence = build(builder());

    Optional<EventId> id = whence.capture(new IllegalStateException("x", new IOException("y")));

    JsonNode event = events(whence).get(0);
    assertThat(event.at("/event_id").asText()).isEqualTo(id.orElseThrow().toString());
    assertThat(event.at("/exception/values/0/type").asText()).isEqualTo("IOException");
    assertThat(event.at("/exception/values/1/type").asText()).isEqualTo("IllegalStateException");
    assertThat(event.at("/exception/values/1/mechanism/handled").asBoolean()).isTrue();
    assertThat(event.at("/level").asText()).isEqualTo("error");
  }

  @Test
  void aCapturedMessageCarriesItsLevelAndDetails() {
    Whence whence = build(builder());

    whence.capture(
        "AI confidence low",
        Level.WARNING,
        scope -> scope.tag("model", "m1").context("item", Map.of("id", 17)));

    JsonNode event = events(whence).get(0);
    assertThat(event.at("/logentry/formatted").asText()).isEqualTo("AI confidence low");
    assertThat(event.at("/logentry/message").asText()).isEqualTo("AI confidence low");
    assertThat(event.at("/level").asText()).isEqualTo("warning");
    assertThat(event.at("/tags/model").asText()).isEqualTo("m1");
    assertThat(event.at("/contexts/item/id").asInt()).isEqualTo(17);
    assertThat(event.has("threads")).isFalse();
  }

  @Test
  void aMessageCarriesItsStackWhenAsked() {
    Whence whence = build(builder().set(Keys.ATTACH_STACKTRACE, "true"));

    whence.capture("here", Level.INFO);

    JsonNode frames = events(whence).get(0).at("/threads/values/0/stacktrace/frames");
    assertThat(frames.get(frames.size() - 1).at("/function").asText())
        .isEqualTo("aMessageCarriesItsStackWhenAsked");
  }

  @Test
  void aBreadcrumbOutsideARequestIsNoFault() {
    Whence whence = build(builder());

    whence.breadcrumb("auth", "nobody sees this", Level.INFO);
    whence.capture(new IllegalStateException("x"));

    assertThat(events(whence).get(0).has("breadcrumbs")).isFalse();
  }

  @Test
  void aDetailThatThrowsLeavesTheEventAsItIs() {
    Whence whence = build(builder());

    whence.capture(new IllegalStateException("x"), scope -> {
      throw new IllegalArgumentException("bad detail");
    });

    assertThat(events(whence)).hasSize(1);
    assertThat(whence.health().faults()).containsEntry("details", 1L);
  }

  // Refusals.

  @Test
  void ignoredTypesAreRefusedWithSubclassesAndWhenCarried() {
    Whence whence = build(builder()
        .ignore(IOException.class)
        .set(Keys.IGNORED_EXCEPTIONS, IllegalArgumentException.class.getName()));

    assertThat(whence.capture(new java.io.FileNotFoundException("x"))).isEmpty();
    assertThat(whence.capture(new NumberFormatException("x"))).isEmpty();
    assertThat(whence.capture(new ExecutionException(new IOException("x")))).isEmpty();
    assertThat(whence.capture(new IllegalStateException(new IOException("x")))).isPresent();
    assertThat(whence.health().refused()).isEqualTo(Map.of("ignored", 3L));
  }

  @Test
  void aCancelledTaskIsNoError() {
    Whence whence = build(builder());

    assertThat(whence.capture(new java.util.concurrent.CancellationException())).isEmpty();
  }

  @Test
  void theSampleRateKeepsItsShare() {
    Whence whence = build(builder().sampleRate(0.25));

    int kept = 0;
    for (int i = 0; i < 4_000; i++) {
      kept += whence.capture("number", Level.INFO).isPresent() ? 1 : 0;
    }

    assertThat(kept).isBetween(850, 1_150);
    assertThat(whence.health().refused().get("sample_rate")).isEqualTo(4_000 - kept);
  }

  @Test
  void beforeSendChangesAndDropsEvents() {
    Whence whence = build(builder()
        .beforeSend((event, hint) -> hint.throwable().orElseThrow() instanceof IOException
            ? null
            : event.toBuilder().tag("team", "shop").build()));

    whence.capture(new IOException("dropped"));
    whence.capture(new IllegalStateException("kept"));

    assertThat(events(whence)).hasSize(1);
    assertThat(reporter.events().get(0).at("/tags/team").asText()).isEqualTo("shop");
    assertThat(whence.health().refused()).isEqualTo(Map.of("before_send", 1L));
  }

  @Test
  void aBeforeSendThatThrowsLeavesTheEventAsItWas() {
    Whence whence = build(builder().beforeSend((event, hint) -> {
      throw new IllegalStateException("broken");
    }));

    whence.capture(new IOException("kept"));

    assertThat(events(whence)).hasSize(1);
    assertThat(whence.health().faults()).containsEntry("beforeSend", 1L);
  }

  @Test
  void whatBeforeSendAddsIsScrubbed() {
    Whence whence = build(builder()
        .beforeSend((event, hint) ->
            event.toBuilder().context("mine", Map.of("password", "hunter2")).build()));

    whence.capture(new IOException("x"));

    assertThat(events(whence).get(0).toString()).doesNotContain("hunter2").contains("[Filtered]");
  }

  // Instances.

  @Test
  void theOneLiveInstanceIsCurrent() {
    Whence whence = build(builder());

    assertThat(Whence.current()).isSameAs(whence);
    whence.close();
    assertThat(Whence.current().isOn()).isFalse();
  }

  @Test
  void ofTwoLiveInstancesNeitherIsCurrent() {
    Whence one = build(builder());
    Whence two = build(builder());

    assertThat(Whence.current().isOn()).isFalse();
    two.close();
    assertThat(Whence.current()).isSameAs(one);
  }

  @Test
  void anInstanceThatIsOffDoesNothingAndSaysWhy() {
    Whence off = build(builder().set(Keys.SAMPLE_RATE, "lots"));

    assertThat(off.capture(new IOException("x"))).isEmpty();
    assertThat(off.flush(LONG)).isTrue();
    assertThat(off.health().problem())
        .isEqualTo("setting \"sample-rate\" from code is \"lots\":"
            + " use a number from 0.0 (none) to 1.0 (all)");
    assertThatThrownBy(() -> off.open(null)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEnvironmentThatIsNotAmongThoseThatReportIsOff() {
    Whence off = build(builder().set(Keys.REPORT_ENVIRONMENTS, "production, staging"));

    assertThat(off.isOn()).isFalse();
  }

  @Test
  void aValueWhoseTextFailsIsWithheldAndCounted() {
    Whence whence = build(builder());
    Object failing = new Object() {
      @Override
      public String toString() {
        throw new IllegalStateException("no text");
      }
    };

    whence.capture("odd", Level.INFO, scope -> scope.context("item", Map.of("value", failing)));

    assertThat(events(whence).get(0).at("/contexts/item/value").asText())
        .isEqualTo("[Scrub failed]");
    assertThat(whence.health().faults()).containsEntry("scrubber", 1L);
  }

  @Test
  void anInstanceThatDeliveredAllBeforeItsEndHasNothingToFlush() {
    Whence whence = build(builder());
    whence.capture(new IOException("x"));

    whence.close();

    assertThat(whence.flush(LONG)).isTrue();
  }

  @Test
  void closingTwiceIsClosingOnce() {
    Whence whence = build(builder());
    whence.capture(new IOException("x"));

    whence.close();
    whence.close();

    assertThat(reporter.events()).hasSize(1);
    assertThat(whence.capture(new IOException("late"))).isEmpty();
    assertThat(whence.health().refused()).isEqualTo(Map.of("closed", 1L));
  }

  // Other threads.

  @Test
  void aWrappedTaskRunsInTheRequestsScope() throws Exception {
    Whence whence = build(builder());
    RequestScope scope = whence.open("r-1");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    ExecutorService carrying = whence.wrap(pool);
    try (ScopeEntry entry = scope.enter()) {
      carrying
          .submit(() -> Whence.current().breadcrumb("work", "on another thread", Level.INFO))
          .get();
      CompletableFuture.runAsync(
              () -> whence.tag("async", "yes"), whence.wrap((java.util.concurrent.Executor) pool))
          .get();
      whence.capture(new IOException("x"));
    }
    scope.finish(StubFacts.answered(200));

    JsonNode event = events(whence).get(0);
    assertThat(event.at("/breadcrumbs/values/0/message").asText()).isEqualTo("on another thread");
    assertThat(event.at("/tags/async").asText()).isEqualTo("yes");
    assertThat(pool.submit(() -> whence.currentScope().isPresent()).get()).isFalse();
    pool.shutdown();
  }

  @Test
  void whatEscapesAWrappedTaskIsCapturedAndThrownOn() {
    Whence whence = build(builder());
    RequestScope scope = whence.open("r-1");
    IllegalStateException failure = new IllegalStateException("in the task");
    Runnable task;
    try (ScopeEntry entry = scope.enter()) {
      task = whence.wrap((Runnable) () -> {
        throw failure;
      });
    }

    assertThatThrownBy(task::run).isSameAs(failure);
    scope.finish(StubFacts.answered(200));

    assertThat(events(whence)).hasSize(1);
    assertThat(whence.currentScope()).isEmpty();
  }

  @Test
  void aUserSetInTheRequestIsOnItsEvents() {
    Whence whence = build(builder());
    RequestScope scope = whence.open("r-1");
    try (ScopeEntry entry = scope.enter()) {
      whence.user(User.of("8fa1").tenant("clinic-3"));
      whence.capture(new IOException("x"));
    }
    scope.finish(new StubFacts(200, "somebody.else"));

    JsonNode event = events(whence).get(0);
    assertThat(event.at("/user/id").asText()).isEqualTo("8fa1");
    assertThat(event.at("/user/data/tenant").asText()).isEqualTo("clinic-3");
    assertThat(event.at("/tags/tenant").asText()).isEqualTo("clinic-3");
  }
}
