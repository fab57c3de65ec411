package dev.whence.bench.trace;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.bench.contend.Sink;
import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import dev.whence.request.RequestFacts;
import dev.whence.snapshot.RequestSnapshot;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a request costs with tracing off, on, and kept, without spans and with fifty: CPU
 * time and bytes of the request's thread, and CPU time of the whole process, which has the
 * recorder's share. All in one run, round by round in turn; the best round counts.
 */
public final class TraceCosts {
  private static final int ROUNDS = 12;
  private static final int SPANS = 50;
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private TraceCosts() {}

  /** A request that was answered 200. */
  private record Answered() implements RequestFacts {
    @Override
    public int status() {
      return 200;
    }

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String root() {
      return "";
    }

    @Override
    public String path() {
      return "/orders/7";
    }

    @Override
    public String route() {
      return "GET /orders/*";
    }

    @Override
    public String handler() {
      return "orders";
    }

    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public RequestSnapshot snapshot() {
      RequestSnapshot.Headers headers = new RequestSnapshot.Headers();
      headers.add("Accept", "text/html");
      return new RequestSnapshot("GET", "http://localhost/orders/7", null, headers, null);
    }

    @Override
    public @Nullable String principal() {
      return null;
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
      return Optional.empty();
    }
  }

  /** One kind of request, and the best that was measured of it. */
  private static final class Contender {
    private final String name;
    private final Whence whence;
    private final int spans;
    private final int requests;
    private double threadNanos = Double.MAX_VALUE;
    private double processNanos = Double.MAX_VALUE;
    private double bytes = Double.MAX_VALUE;

    Contender(String name, WhenceBuilder builder, int spans, int requests) {
      this.name = name;
      this.whence = builder.build();
      this.spans = spans;
      this.requests = requests;
    }

    void round() {
      long self = Thread.currentThread().getId();
      long process = SYSTEM.getProcessCpuTime();
      long thread = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getThreadAllocatedBytes(self);
      for (int i = 0; i < requests; i++) {
        request();
      }
      bytes =
          Math.min(bytes, (THREADS.getThreadAllocatedBytes(self) - allocated) / (double) requests);
      threadNanos =
          Math.min(threadNanos, (THREADS.getCurrentThreadCpuTime() - thread) / (double) requests);
      boolean isFlushed = whence.flush(LONG);
      processNanos =
          Math.min(processNanos, (SYSTEM.getProcessCpuTime() - process) / (double) requests);
      if (!isFlushed) {
        throw new IllegalStateException("not flushed: " + whence.health());
      }
    }

    private void request() {
      RequestScope scope = whence.open("r-1");
      try (ScopeEntry entry = scope.enter()) {
        for (int i = 0; i < spans; i++) {
          whence.span("db.query", "SELECT 1").close();
        }
      }
      if (!scope.finishQuietly(200)) {
        scope.finish(new Answered());
      }
    }

    String line() {
      return "| %s | %.0f | %.0f | %.0f |".formatted(name, threadNanos, bytes, processNanos);
    }
  }

  private static WhenceBuilder builder() {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.JMX, "false")
        .set(Keys.MDC_KEY, "off")
        .set(TraceKeys.MDC_TRACE_KEY, "off")
        .set(TraceKeys.MDC_SPAN_KEY, "off")
        .set(TraceKeys.BYTES, "512MB")
        .reporter(new Sink());
  }

  /** Lets the recorder be held up by the first transaction, and what waits behind it be few. */
  private static WhenceBuilder full(WhenceBuilder builder) {
    return builder.set(TraceKeys.BYTES, "64KB").beforeSendTransaction((event, hint) -> {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      return null;
    });
  }

  private static WhenceBuilder logged(WhenceBuilder builder) {
    return builder
        .set(Keys.MDC_KEY, "requestId")
        .set(TraceKeys.MDC_TRACE_KEY, "traceId")
        .set(TraceKeys.MDC_SPAN_KEY, "spanId");
  }

  private static List<Contender> withoutSpans() {
    return List.of(
        new Contender("tracing off", builder().set(TraceKeys.TRACING, "false"), 0, 400_000),
        new Contender("not kept", builder().tracesSampleRate(0), 0, 400_000),
        new Contender(
            "not kept, its ID in the MDC",
            builder().tracesSampleRate(0).set(Keys.MDC_KEY, "requestId"),
            0,
            400_000),
        new Contender(
            "not kept, ID, trace and span in the MDC",
            logged(builder().tracesSampleRate(0)),
            0,
            400_000),
        new Contender("kept", builder().tracesSampleRate(1), 0, 10_000));
  }

  private static Contender spans(String name, WhenceBuilder builder, int requests) {
    return new Contender(SPANS + " spans, " + name, builder, SPANS, requests);
  }

  private static List<Contender> withSpans() {
    return List.of(
        spans("tracing off", builder().set(TraceKeys.TRACING, "false"), 40_000),
        spans("not kept", builder().tracesSampleRate(0), 20_000),
        spans(
            "not kept, no tail",
            builder().tracesSampleRate(0).set(TraceKeys.TAIL_PER_MINUTE, "0"),
            20_000),
        spans("not kept, in the MDC", logged(builder().tracesSampleRate(0)), 20_000),
        spans("refused, the inbox is full", full(builder().tracesSampleRate(1)), 20_000),
        spans(
            "refused at the end",
            builder().tracesSampleRate(1).set(TraceKeys.BYTES, "1KB"),
            20_000),
        spans("kept", builder().tracesSampleRate(1), 2_000));
  }

  /** Prints a table. */
  public static void main(String[] arguments) {
    List<Contender> contenders =
        Stream.concat(withoutSpans().stream(), withSpans().stream()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      contenders.forEach(Contender::round);
    }
    System.out.println("| request | ns, its thread | B, its thread | ns, all threads |");
    System.out.println("| --- | ---: | ---: | ---: |");
    contenders.forEach(contender -> {
      System.out.println(contender.line());
      contender.whence.close();
    });
  }
}
