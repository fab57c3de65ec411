package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whence.config.TraceKeys;
import dev.whence.event.Category;
import dev.whence.trace.Span;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What lines of the application's log can tell of the trace. */
class TraceInLogTest {
  private final KeepingReporter reporter =
      new KeepingReporter(Set.of(Category.ERROR, Category.TRANSACTION));
  private Whence whence = build(Whence.builder().tracesSampleRate(1));

  private Whence build(WhenceBuilder builder) {
    return builder.environmentVariables(Map.of()).reporter(reporter).build();
  }

  private void rebuild(WhenceBuilder builder) {
    whence.close();
    whence = build(builder);
  }

  @AfterEach
  void close() {
    whence.close();
    MDC.clear();
  }

  private static String logged(String key) {
    return String.valueOf(MDC.get(key));
  }

  private JsonNode transaction() {
    assertThat(whence.flush(Duration.ofSeconds(30))).isTrue();
    return reporter.events().get(0);
  }

  @Test
  void isTheTraceAndTheSpanThatTheThreadIsIn() {
    String trace;
    String whole;
    String outer;
    String inner;
    try (Transaction job = whence.transaction("task", "import")) {
      trace = logged("traceId");
      whole = logged("spanId");
      try (Span first = whence.span("read", "read all")) {
        outer = logged("spanId");
        try (Span second = whence.span("parse", "parse one")) {
          inner = logged("spanId");
        }
        assertThat(logged("spanId")).isEqualTo(outer);
      }
      assertThat(logged("spanId")).isEqualTo(whole);
    }

    JsonNode sent = transaction();
    assertThat(trace).isEqualTo(sent.at("/contexts/trace/trace_id").asText());
    assertThat(whole).isEqualTo(sent.at("/contexts/trace/span_id").asText());
    assertThat(outer).isEqualTo(sent.at("/spans/0/span_id").asText());
    assertThat(inner).isEqualTo(sent.at("/spans/1/span_id").asText());
  }

  @Test
  void givesBackWhatWasThereBefore() {
    MDC.put("traceId", "of somebody else");
    RequestScope scope = whence.open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      assertThat(logged("traceId")).isEqualTo(scope.trace().traceId());
    }

    assertThat(logged("traceId")).isEqualTo("of somebody else");
    assertThat(MDC.get("spanId")).isNull();
  }

  @Test
  void goesWithTasksToOtherThreads() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Transaction job = whence.transaction("task", "import");
        Span span = whence.span("read", "read all")) {
      String here = logged("traceId") + logged("spanId");

      String there = whence
          .wrap(executor)
          .submit(() -> logged("traceId") + logged("spanId"))
          .get();

      assertThat(there).isEqualTo(here).doesNotContain("null");
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void isThatOfAStageWhileItsWorkIsBegun() {
    try (Transaction job = whence.transaction("task", "import")) {
      String whole = logged("spanId");

      String within = whence
          .traceStage("read", "read all", () -> CompletableFuture.completedFuture(logged("spanId")))
          .toCompletableFuture()
          .join();

      assertThat(within).isNotEqualTo(whole);
      assertThat(logged("spanId")).isEqualTo(whole);
    }
  }

  @Test
  void isThereThoughTheTraceIsNotKept() {
    rebuild(Whence.builder().tracesSampleRate(0));
    RequestScope scope = whence.open("r-1");

    try (ScopeEntry entry = scope.enter()) {
      assertThat(logged("traceId")).isEqualTo(scope.trace().traceId());
    }
  }

  @Test
  void hasTheNamesThatAreSet() {
    rebuild(Whence.builder()
        .tracesSampleRate(1)
        .set(TraceKeys.MDC_TRACE_KEY, "trace_id")
        .set(TraceKeys.MDC_SPAN_KEY, "off"));

    try (Transaction job = whence.transaction("task", "import");
        Span span = whence.span("read", "read all")) {
      assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("requestId", "trace_id");
    }
  }

  @Test
  void isAbsentWhereNothingIsTraced() {
    rebuild(Whence.builder().set(TraceKeys.TRACING, "false"));

    try (Transaction job = whence.transaction("task", "import");
        Span span = whence.span("read", "read all")) {
      assertThat(MDC.getCopyOfContextMap()).containsOnlyKeys("requestId");
    }
  }
}
