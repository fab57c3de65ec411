package dev.whence.bench.request;

import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A request that goes well: what most requests cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class HealthyBench {
  @Param({
    "bare",
    "whence",
    "whence making IDs",
    "whence with MDC",
    "whence tracing 10 %",
    "whence tracing 10 % with MDC",
    "rollbar",
    "dropwizard",
    "bugsnag",
    "sentry",
    "javamelody"
  })
  public String contender = "bare";

  private Contender chosen = HealthyBench::straight;

  // On the heap for everybody, as a container's are.
  private StubRequest request = new StubRequest(null);
  private StubResponse response = new StubResponse();

  private static void straight(
      StubRequest request, StubResponse response, jakarta.servlet.FilterChain application)
      throws IOException, ServletException {
    application.doFilter(request, response);
  }

  @Setup
  public void prepare() {
    chosen = switch (contender) {
      case "bare" -> HealthyBench::straight;
      case "whence" -> WhenceContender.plain(builder -> builder);
      case "whence making IDs" -> WhenceContender.makingIds();
      case "whence with MDC" ->
        WhenceContender.plain(builder -> builder.set(Keys.MDC_KEY, "requestId"));
      case "whence tracing 10 %" ->
        WhenceContender.plain(builder -> builder
            .set(TraceKeys.TRACING, "true")
            .set(TraceKeys.MDC_TRACE_KEY, "off")
            .set(TraceKeys.MDC_SPAN_KEY, "off")
            .tracesSampleRate(0.1));
      case "whence tracing 10 % with MDC" ->
        WhenceContender.plain(builder -> builder
            .set(TraceKeys.TRACING, "true")
            .set(Keys.MDC_KEY, "requestId")
            .tracesSampleRate(0.1));
      case "rollbar" -> new RollbarContender();
      case "dropwizard" -> FilterContender.dropwizard();
      case "bugsnag" -> new BugsnagContender();
      case "sentry" -> new SentryContender();
      case "javamelody" -> FilterContender.javaMelody();
      default -> throw new IllegalArgumentException("no contender \"" + contender + '"');
    };
  }

  @TearDown
  public void end() {
    chosen.close();
  }

  @Benchmark
  public int request() throws IOException, ServletException {
    request = new StubRequest(chosen.requestId());
    response = new StubResponse();
    chosen.request(request, response, Target.ANSWERS);
    return response.written();
  }
}
