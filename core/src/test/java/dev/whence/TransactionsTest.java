package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.call.Call;
import dev.whence.call.CallKind;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.TraceRules;
import dev.whence.event.Category;
import dev.whence.trace.CurrentSpan;
import dev.whence.trace.Span;
import dev.whence.trace.SpanStatus;
import dev.whence.trace.TraceHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";
  private static final CallKind SQL = CallKind.statement("jdbc", "query");

  private final KeepingReporter reporter =
      new KeepingReporter(Set.of(Category.ERROR, Category.TRANSACTION));
  private Whence whence = build(Whence.builder().tracesSampleRate(1));

  private Whence build(WhenceBuilder builder) {
    return builder
        .environmentVariables(Map.of())
        .environment("test")
        .release("shop@1")
        .reporter(reporter)
        .build();
  }

  private void rebuild(WhenceBuilder builder) {
    whence.close();
    whence = build(builder);
  }

  private List<JsonNode> transactions() {
    assertThat(whence.flush(LONG)).isTrue();
    return reporter.events().stream()
        .filter(event -> event.path("type").asText().equals("transaction"))
        .toList();
  }

  private JsonNode transaction() {
    assertThat(transactions()).hasSize(1);
    return transactions().get(0);
  }

  private JsonNode error() {
    assertThat(whence.flush(LONG)).isTrue();
    return reporter.events().stream()
        .filter(event -> event.has("exception"))
        .findFirst()
        .orElseThrow();
  }

  private void request(int status, Runnable work) {
    request(TraceHeaders.NONE, status, work);
  }

  private void request(TraceHeaders came, int status, Runnable work) {
    RequestScope scope = whence.open("r-1", came);
    try (ScopeEntry entry = scope.enter()) {
      work.run();
    }
    if (!scope.finishQuietly(status)) {
      assertThat(scope.finish(StubFacts.answered(status))).isTrue();
    }
  }

  private static TraceHeaders traceparent(String flags) {
    return new TraceHeaders("00-" + TRACE + '-' + CALLER + '-' + flags, null, null, null);
  }

  private static JsonNode span(JsonNode transaction, String op) {
    for (JsonNode span : transaction.path("spans")) {
      if (span.path("op").asText().equals(op)) {
        return span;
      }
    }
    throw new AssertionError("no span " + op + " in " + transaction.path("spans"));
  }

  @AfterEach
  void closeAndCheckTheSums() {
    whence.close();
    var health = whence.health();
    var traces = health.traces();
    long refused = traces.refused().values().stream().mapToLong(Long::longValue).sum();
    assertThat(traces.captured()).isEqualTo(refused + traces.recorded());
    assertThat(traces.lanes())
        .allSatisfy(lane -> assertThat(lane.recorded())
            .isEqualTo(lane.delivered()
                + lane.waiting()
                + lane.dropped().values().stream().mapToLong(Long::longValue).sum()));
    assertThat(health.faults()).isEmpty();
    assertThat(CurrentSpan.get()).isNull();
  }

  // What a transaction says.

  @Test
  void aRequestIsATransactionWithItsRouteStatusAndTimes() {
    Instant before = Instant.now();
    request(404, () -> {
      whence.tag("team", "shop");
      whence.measure("cart.items", 3, "none");
    });

    JsonNode transaction = transaction();
    assertThat(transaction.path("transaction").asText()).isEqualTo("GET /stub/*");
    assertThat(transaction.at("/transaction_info/source").asText()).isEqualTo("route");
    assertThat(transaction.at("/contexts/trace/op").asText()).isEqualTo("http.server");
    assertThat(transaction.at("/contexts/trace/status").asText()).isEqualTo("not_found");
    assertThat(transaction.at("/contexts/trace/trace_id").asText()).matches("[0-9a-f]{32}");
    assertThat(transaction.at("/contexts/trace/span_id").asText()).matches("[0-9a-f]{16}");
    assertThat(transaction.at("/contexts/trace/parent_span_id").isMissingNode()).isTrue();
    assertThat(transaction.at("/contexts/response/status_code").asInt()).isEqualTo(404);
    assertThat(transaction.at("/tags/team").asText()).isEqualTo("shop");
    assertThat(transaction.at("/tags/request_id").asText()).isEqualTo("r-1");
    assertThat(transaction.at("/measurements/cart.items/value").asDouble()).isEqualTo(3);
    assertThat(transaction.path("release").asText()).isEqualTo("shop@1");
    assertThat(transaction.at("/request/url").asText()).isEqualTo("http://localhost/stub/7");
    Instant start = Instant.parse(transaction.path("start_timestamp").asText());
    Instant end = Instant.parse(transaction.path("timestamp").asText());
    assertThat(start).isBetween(before.minusMillis(1), end);
    assertThat(end).isBefore(Instant.now().plusMillis(1));
  }

  @Test
  void aTransactionIsScrubbedAsAnErrorIs() {
    request(200, () -> {
      whence.tag("contact", "ada@example.org");
      try (Span span = whence.span("mail", "to ada@example.org")) {
        span.data("password", "hunter2-FAKE").data("db.system", "h2");
      }
    });

    assertThat(transaction().toString())
        .doesNotContain("ada@example.org", "hunter2-FAKE")
        .contains("\"db.system\":\"h2\"");
  }

  @Test
  void measuresNothingThatNobodyWouldTake() throws Exception {
    CountDownLatch isRoom = new CountDownLatch(1);
    rebuild(Whence.builder()
        .tracesSampleRate(1)
        .set(TraceKeys.BYTES, "16KB")
        .beforeSendTransaction((event, hint) -> {
          await(isRoom);
          return event;
        }));
    while (!whence.health().traces().refused().containsKey("inbox_full")) {
      request(200, () -> whence.span("work", "work").close());
    }

    List<Span> spans = new ArrayList<>();
    request(200, () -> spans.add(whence.span("work", "work")));
    isRoom.countDown();
    assertThat(whence.flush(LONG)).isTrue();
    request(200, () -> whence.span("late", "late").close());

    assertThat(spans).containsExactly(Span.NONE);
    assertThat(whence.health().traces().refused()).containsEntry("inbox_full", 2L);
    List<JsonNode> kept = transactions();
    assertThat(kept).allSatisfy(one -> assertThat(one.at("/spans")).hasSize(1));
    assertThat(span(kept.get(kept.size() - 1), "late")).isNotNull();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theApplicationMayChangeATransactionOrDropIt() {
    rebuild(Whence.builder().tracesSampleRate(1).beforeSendTransaction((event, hint) -> {
      boolean isWanted = hint.scope().orElseThrow().requestId().equals("r-1");
      return isWanted ? event.toBuilder().tag("seen", "true").build() : null;
    }));
    request(200, () -> {});
    RequestScope unwanted = whence.open("r-2");
    assertThat(unwanted.finishQuietly(200)).isFalse();
    unwanted.finish(StubFacts.answered(200));

    assertThat(transaction().at("/tags/seen").asText()).isEqualTo("true");
    assertThat(whence.health().traces().refused()).containsEntry("before_send", 1L);
  }

  @Test
  void whatTheApplicationsOwnCodeThrowsChangesNothing() {
    List<Throwable> thrown = new ArrayList<>();
    rebuild(Whence.builder().tracesSampleRate(1).beforeSendTransaction((event, hint) -> {
      IllegalStateException failure = new IllegalStateException("planted");
      thrown.add(failure);
      throw failure;
    }));
    request(200, () -> {});

    assertThat(transaction().path("transaction").asText()).isEqualTo("GET /stub/*");
    assertThat(thrown).hasSize(1);
    assertThat(whence.health().faults()).containsKey("beforeSendTransaction");
    rebuild(Whence.builder());
  }

  // Who is kept.

  @Test
  void nothingIsKeptAtRateZeroUnlessTheCallerDid() {
    rebuild(Whence.builder().tracesSampleRate(0));
    request(200, () -> {});
    request(traceparent("00"), 200, () -> {});
    request(traceparent("01"), 200, () -> {});

    assertThat(transaction().at("/contexts/trace/trace_id").asText()).isEqualTo(TRACE);
    assertThat(transaction().at("/contexts/trace/parent_span_id").asText()).isEqualTo(CALLER);
  }

  @Test
  void aCallerIsNotBelievedWhereTracesAreNotTrusted() {
    rebuild(Whence.builder().tracesSampleRate(0).set(TraceKeys.TRUST, "false"));
    request(traceparent("01"), 200, () -> {});

    assertThat(transactions()).isEmpty();
  }

  @Test
  void aJobBelongsToItsRequestsTraceWhoeverIsBelieved() {
    rebuild(Whence.builder().tracesSampleRate(1).set(TraceKeys.TRUST, "false"));
    request(
        traceparent("01"), 200, () -> whence.transaction("task", "inner job").close());
    whence.transaction("queue.process", "asked for", traceparent("01")).close();

    List<String> traces = transactions().stream()
        .map(transaction -> transaction.at("/contexts/trace/trace_id").asText())
        .toList();
    assertThat(traces).hasSize(3);
    assertThat(traces.get(0)).isEqualTo(traces.get(1)).isNotEqualTo(TRACE);
    assertThat(traces.get(2)).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @CsvSource({
    "path:/stub/* > 1.0,                  1",
    "path:/other/* > 1.0,                 0",
    "header:DNT=1 > 1,                    1",
    "header:DNT=0 > 1,                    0",
    "header:DNT > 1,                      1",
    "user:ada > 1,                        1",
    "user:bob > 1,                        0",
    "'path:/stub/* > 0, header:DNT > 1',  0"
  })
  void rulesDecideByWhatIsKnownWhenARequestComes(String rules, int kept) {
    rebuild(Whence.builder()
        .tracesSampleRate(0)
        .set(TraceKeys.RULES, rules)
        .set(TraceKeys.TAIL_PER_MINUTE, "0"));
    StubFacts facts = new StubFacts(200, "ada");
    RequestScope scope = whence.open("r-1");
    scope.sampleBy(new TraceRules.Subject(facts::path, facts::header, facts::principal));
    if (!scope.finishQuietly(200)) {
      scope.finish(facts);
    }

    assertThat(transactions()).hasSize(kept);
  }

  @Test
  void theShareThatIsKeptIsTheRate() {
    rebuild(Whence.builder().tracesSampleRate(0.25));
    for (int i = 0; i < 4_000; i++) {
      request(200, () -> {});
    }

    // 4,000 draws at 0.25: a standard deviation of 27
    assertThat(transactions().size()).isBetween(1_000 - 6 * 27, 1_000 + 6 * 27);
  }

  @Test
  void theShareThatIsKeptIsTheSameOfRequestsThatGoOn() {
    rebuild(Whence.builder().tracesSampleRate(0.25));
    for (int i = 0; i < 4_000; i++) {
      RequestScope scope = whence.open("r-1");
      assertThat(scope.markAsync()).isTrue();
      assertThat(scope.finishQuietly(200)).isFalse();
      assertThat(scope.finish(StubFacts.answered(200))).isTrue();
    }

    assertThat(transactions().size()).isBetween(1_000 - 6 * 27, 1_000 + 6 * 27);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatEventsHoldOnToHasNoSpansInTheEnd(int rate) {
    rebuild(Whence.builder().tracesSampleRate(rate));
    RequestScope scope = whence.open("r-1");
    try (ScopeEntry entry = scope.enter()) {
      whence.span("row", "r").close();
      assertThat(scope.trace().spanCount()).isOne();
    }
    assertThat(scope.finish(StubFacts.answered(200))).isTrue();

    assertThat(transactions()).hasSize(rate);
    assertThat(scope.trace().spanCount()).isZero();
  }

  @Test
  void pathsThatAreNotMeasuredLeaveNoTransaction() {
    rebuild(
        Whence.builder().tracesSampleRate(1).set(dev.whence.config.Keys.UNTRACED_PATHS, "/stub/*"));
    request(traceparent("01"), 200, () -> {});

    assertThat(transactions()).isEmpty();
  }

  @Test
  void aFailedRequestKeepsItsSpansThoughItWasNotToBeKept() {
    rebuild(Whence.builder().tracesSampleRate(0).set(TraceKeys.TAIL_PER_MINUTE, "1"));
    request(200, () -> whence.span("good", "nobody asks").close());
    request(500, () -> whence.span("bad", "the one").close());
    request(500, () -> whence.span("bad", "one too many").close());

    JsonNode transaction = transaction();
    assertThat(span(transaction, "bad").path("description").asText()).isEqualTo("the one");
    assertThat(transaction.at("/contexts/whence/kept").asText()).isEqualTo("tail");
    assertThat(transaction.at("/contexts/whence/head/sampled").asText()).isEqualTo("false");
  }

  @Test
  void anErrorTellsItsTraceWhetherThatIsKeptOrNot() {
    rebuild(Whence.builder().tracesSampleRate(0).set(TraceKeys.TAIL_PER_MINUTE, "0"));
    request(traceparent("00"), 500, () -> {
      var unused = whence.capture(new IllegalStateException("planted"));
    });

    assertThat(error().at("/contexts/trace/trace_id").asText()).isEqualTo(TRACE);
    assertThat(error().at("/contexts/trace/parent_span_id").asText()).isEqualTo(CALLER);
    assertThat(transactions()).isEmpty();
  }

  @Test
  void anErrorTellsTheSpanThatItHappenedIn() {
    request(500, () -> {
      try (Span span = whence.span("risky", "r")) {
        var unused = whence.capture(new IllegalStateException("planted"));
      }
    });

    JsonNode span = span(transaction(), "risky");
    assertThat(error().at("/contexts/trace/span_id")).isEqualTo(span.path("span_id"));
    assertThat(error().at("/contexts/trace/parent_span_id")).isEqualTo(span.path("parent_span_id"));
  }

  @Test
  void whoIsAtWorkIsAskedForErrorsOnly() {
    List<String> asked = new ArrayList<>();
    rebuild(Whence.builder().tracesSampleRate(1).userResolver(facts -> {
      asked.add(facts.path());
      return dev.whence.event.User.of("resolved-7");
    }));
    request(200, () -> {});

    assertThat(transaction().has("user")).isFalse();
    assertThat(asked).isEmpty();
    request(500, () -> {
      var unused = whence.capture(new IllegalStateException("planted"));
    });
    assertThat(transactions().get(1).at("/user/id").asText()).isEqualTo("resolved-7");
  }

  @Test
  void withoutAReporterForThemNothingIsMeasured() {
    whence.close();
    whence = Whence.builder()
        .environmentVariables(Map.of())
        .tracesSampleRate(1)
        .reporter(new KeepingReporter())
        .build();
    request(200, () -> assertThat(whence.span("op", "text")).isSameAs(Span.NONE));

    assertThat(whence.health().traces().captured()).isZero();
  }

  // Spans.

  @Test
  void spansNestAsTheyWereOpened() {
    request(200, () -> {
      try (Span outer = whence.span("outer", "o")) {
        whence.span("inner", "i").close();
      }
      whence.span("next", "n").close();
    });

    JsonNode transaction = transaction();
    String root = transaction.at("/contexts/trace/span_id").asText();
    String outer = span(transaction, "outer").path("span_id").asText();
    assertThat(span(transaction, "outer").path("parent_span_id").asText()).isEqualTo(root);
    assertThat(span(transaction, "inner").path("parent_span_id").asText()).isEqualTo(outer);
    assertThat(span(transaction, "next").path("parent_span_id").asText()).isEqualTo(root);
    assertThat(span(transaction, "next").path("status").asText()).isEqualTo("ok");
  }

  @Test
  void spansThatAreClosedInAWrongOrderDoNotCatchWhatComesNext() {
    request(200, () -> {
      Span outer = whence.span("outer", "o");
      Span inner = whence.span("inner", "i");
      outer.close();
      inner.close();
      inner.close();
      whence.span("next", "n").close();
    });

    JsonNode transaction = transaction();
    assertThat(span(transaction, "next").path("parent_span_id").asText())
        .isEqualTo(transaction.at("/contexts/trace/span_id").asText());
  }

  @Test
  void aSpanThatNobodyClosesEndsWithItsRequest() {
    request(200, () -> whence.span("open", "o"));

    JsonNode span = span(transaction(), "open");
    assertThat(span.path("status").asText()).isEqualTo("cancelled");
    assertThat(span.at("/data/whence.unfinished").asBoolean()).isTrue();
    assertThat(span.path("timestamp").asText())
        .isEqualTo(transaction().path("timestamp").asText());
  }

  @Test
  void aSpanThatAnotherThreadClosesIsOverForItsOwn() {
    request(200, () -> {
      Span span = whence.span("handed", "over");
      CompletableFuture.runAsync(span::close).join();
      whence.span("next", "n").close();
    });

    JsonNode transaction = transaction();
    assertThat(span(transaction, "next").path("parent_span_id").asText())
        .isEqualTo(transaction.at("/contexts/trace/span_id").asText());
  }

  @Test
  void whatIsSaidAfterTheEndIsNotHeard() {
    List<Span> late = new ArrayList<>();
    request(200, () -> late.add(whence.span("late", "l")));
    late.get(0).data("said", "too late").status(SpanStatus.ABORTED).close();

    assertThat(span(transaction(), "late").path("data").has("said")).isFalse();
    assertThat(span(transaction(), "late").path("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void ofAHundredThousandSpansTheFirstAreKeptAndTheOthersCounted() {
    request(200, () -> {
      for (int i = 0; i < 100_000; i++) {
        whence.span("loop", "l").close();
      }
    });

    assertThat(transaction().path("spans")).hasSize(1_000);
    assertThat(transaction().at("/contexts/whence/spans_dropped").asInt()).isEqualTo(99_000);
  }

  @Test
  void workThatThrowsFailsItsSpanAndThrowsTheSame() {
    IllegalStateException failure = new IllegalStateException("planted");
    request(
        200,
        () -> assertThatThrownBy(() -> whence.trace("work", "w", () -> {
              throw failure;
            }))
            .isSameAs(failure));

    JsonNode span = span(transaction(), "work");
    assertThat(span.path("status").asText()).isEqualTo("internal_error");
    assertThat(span.at("/data/error.type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(transaction().toString()).doesNotContain("planted");
  }

  @Test
  void wrappedTasksAreBelowTheSpanThatLedToThem() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<?>> tasks = new ArrayList<>();
    ExecutorService wrapped = whence.wrap(threads);
    RequestScope scope = whence.open("r-1");
    try (ScopeEntry entry = scope.enter();
        Span fan = whence.span("fan", "out")) {
      for (int i = 0; i < 20; i++) {
        tasks.add(wrapped.submit(() -> whence.span("leaf", "l").close()));
      }
    }
    for (Future<?> task : tasks) {
      task.get();
    }
    scope.finish(StubFacts.answered(200));
    assertThat(threads.submit(CurrentSpan::get).get()).isNull();
    threads.shutdown();

    String fan = span(transaction(), "fan").path("span_id").asText();
    List<JsonNode> leaves = new ArrayList<>();
    transaction().path("spans").forEach(leaves::add);
    assertThat(leaves).hasSize(21);
    assertThat(leaves.subList(1, 21))
        .allSatisfy(leaf -> assertThat(leaf.path("parent_span_id").asText()).isEqualTo(fan));
  }

  @Test
  void aStageFailsAsItWouldWithoutUsAndCanBeCancelled() {
    IllegalStateException failure = new IllegalStateException("planted");
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    List<Throwable> seen = new ArrayList<>();
    request(200, () -> {
      var unused = whence
          .traceStage("stage", "s", () -> CompletableFuture.failedFuture(failure))
          .whenComplete((result, e) -> seen.add(e));
      whence.traceStage("stage", "c", () -> cancelled).toCompletableFuture().cancel(true);
      CompletionStage<String> none = whence.traceStage("stage", "n", () -> null);
      assertThat(none).isNull();
    });

    assertThat(seen).containsExactly(failure);
    assertThat(cancelled).isCancelled();
    assertThat(transaction().path("spans"))
        .hasSize(3)
        .allSatisfy(span ->
            assertThat(span.at("/data/whence.unfinished").isMissingNode()).isTrue());
  }

  @Test
  void aJobWithinARequestHasItsIdAndIsOverOnce() {
    RequestScope scope = whence.open("r-1");
    try (ScopeEntry entry = scope.enter()) {
      Transaction job = whence.transaction("task", "import");
      assertThat(whence.currentScope().map(RequestScope::requestId)).hasValue("r-1");
      assertThat(whence.currentScope().orElseThrow().trace().traceId())
          .isEqualTo(scope.trace().traceId());
      job.close();
      try (Transaction next = whence.transaction("task", "export")) {
        job.close();
        assertThat(whence.currentScope().orElseThrow()).isNotSameAs(scope);
      }
      assertThat(whence.currentScope()).hasValue(scope);
    }

    assertThat(transactions()).hasSize(2);
  }

  @Test
  void aStageIsMeasuredUntilItCompletes() {
    request(200, () -> {
      CompletableFuture<String> answer = new CompletableFuture<>();
      var stage = whence.traceStage("stage", "s", () -> {
        whence.span("within", "w").close();
        return answer;
      });
      whence.span("beside", "b").close();
      answer.completeExceptionally(new IllegalStateException("planted"));
      assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    });

    JsonNode transaction = transaction();
    JsonNode stage = span(transaction, "stage");
    assertThat(stage.path("status").asText()).isEqualTo("internal_error");
    assertThat(span(transaction, "within").path("parent_span_id")).isEqualTo(stage.path("span_id"));
    assertThat(span(transaction, "beside").path("parent_span_id"))
        .isEqualTo(transaction.at("/contexts/trace/span_id"));
  }

  // Calls.

  @Test
  void aCallIsASpanABreadcrumbAndTimeInTheDatabase() {
    request(200, () -> {
      for (int i = 0; i < 11; i++) {
        Call.begin(SQL, "db.query", () -> "SELECT 1").data("db.system", "h2").close();
      }
      var unused = whence.capture(new IllegalStateException("planted"));
    });

    JsonNode transaction = transaction();
    assertThat(transaction.path("spans")).hasSize(11);
    assertThat(transaction.at("/contexts/whence/database_ms").asDouble()).isPositive();
    assertThat(transaction.at("/contexts/whence/repeated_queries/0/count").asInt())
        .isEqualTo(11);
    assertThat(transaction.at("/contexts/whence/repeated_queries/0/statement").asText())
        .isEqualTo("SELECT 1");
    JsonNode crumb = error().at("/breadcrumbs/values/0");
    assertThat(crumb.path("category").asText()).isEqualTo("query");
    assertThat(crumb.path("message").asText()).isEqualTo("SELECT 1");
    assertThat(crumb.at("/data/duration_ms").isNumber()).isTrue();
  }

  @Test
  void anIntegrationThatIsOffLeavesNothing() {
    rebuild(Whence.builder().tracesSampleRate(1).set(TraceKeys.INTEGRATIONS_OFF, "redis, jdbc"));
    request(200, () -> {
      Call call = Call.begin(SQL, "db.query", () -> "SELECT 1");
      assertThat(call.isOn()).isFalse();
      call.close();
    });

    assertThat(transaction().path("spans")).isEmpty();
  }

  @Test
  void aCallTellsItsOwnSpanToWhoIsCalled() {
    List<Map<String, String>> sent = new ArrayList<>();
    request(traceparent("01"), 200, () -> {
      Call call = Call.begin(new CallKind("http", "http"), "http.client", () -> "GET there");
      sent.add(call.headersFor("there.example"));
      call.close();
    });

    String span = span(transaction(), "http.client").path("span_id").asText();
    assertThat(sent.get(0))
        .containsEntry("traceparent", "00-" + TRACE + '-' + span + "-01")
        .containsEntry("sentry-trace", TRACE + '-' + span + "-1")
        .containsEntry("X-Request-ID", "r-1");
  }

  @Test
  void whereATraceBeginsAllOthersAreToldByWhomItIsSampled() {
    rebuild(Whence.builder()
        .tracesSampleRate(1)
        .set(dev.whence.config.Keys.DSN, "http://keyFAKE@127.0.0.1:9/1"));
    List<String> sent = new ArrayList<>();
    request(200, () -> {
      Call call = Call.begin(new CallKind("http", "http"), "http.client", () -> "GET there");
      sent.add(call.headersFor("there.example").get("baggage"));
      call.close();
    });

    assertThat(sent.get(0))
        .contains("sentry-public_key=keyFAKE", "sentry-release=shop%401", "sentry-sampled=true")
        .containsPattern("sentry-sample_rand=0\\.[0-9]{6}");
  }

  // Jobs.

  @Test
  void aJobIsATransactionOfItsOwn() {
    try (Transaction job = whence.transaction("task", "nightly import")) {
      whence.span("row", "r").close();
      whence.breadcrumb("import", "began", dev.whence.event.Level.INFO);
      job.fail(new IllegalStateException("planted"));
    }

    JsonNode transaction = transaction();
    assertThat(transaction.path("transaction").asText()).isEqualTo("nightly import");
    assertThat(transaction.at("/transaction_info/source").asText()).isEqualTo("task");
    assertThat(transaction.at("/contexts/trace/op").asText()).isEqualTo("task");
    assertThat(transaction.at("/contexts/trace/status").asText()).isEqualTo("internal_error");
    assertThat(transaction.path("spans")).hasSize(1);
    assertThat(error().at("/contexts/trace/trace_id"))
        .isEqualTo(transaction.at("/contexts/trace/trace_id"));
    assertThat(error().at("/breadcrumbs/values/0/message").asText()).isEqualTo("began");
  }

  @Test
  void aJobWithinARequestGoesOnWithItsTrace() {
    request(200, () -> {
      try (Span span = whence.span("outer", "o");
          Transaction job = whence.transaction("task", "inner job")) {
        whence.span("row", "r").close();
      }
      whence.span("after", "a").close();
    });

    assertThat(transactions()).hasSize(2);
    JsonNode job = transactions().get(0);
    JsonNode request = transactions().get(1);
    assertThat(job.at("/contexts/trace/trace_id"))
        .isEqualTo(request.at("/contexts/trace/trace_id"));
    assertThat(job.at("/contexts/trace/parent_span_id"))
        .isEqualTo(span(request, "outer").path("span_id"));
    assertThat(request.path("spans")).hasSize(2);
  }

  @Test
  void aMonthsQuotaIsRespected() {
    rebuild(Whence.builder().tracesSampleRate(1).set(TraceKeys.QUOTA_PER_MONTH, "2"));
    for (int i = 0; i < 5; i++) {
      request(200, () -> {});
    }

    assertThat(transactions()).hasSize(2);
    assertThat(whence.health().traces().refused()).containsEntry("quota_month", 3L);
  }
}
