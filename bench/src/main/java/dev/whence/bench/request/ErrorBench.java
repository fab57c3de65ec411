package dev.whence.bench.request;

import dev.whence.config.Keys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A request that throws: what the request's own thread pays, of which creating and throwing is the
 * part that is bare. What was captured is recorded between the bursts, as it would be between
 * errors; nothing is sent.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
public class ErrorBench {
  private static final int BURST = 500;

  @Param({
    "bare",
    "catch and throw",
    "whence",
    "whence ignored",
    "whence sampled out",
    "whence limited",
    "bugsnag",
    "rollbar",
    "sentry"
  })
  public String contender = "bare";

  private Contender chosen = ErrorBench::straight;
  private int thrown;

  private static void straight(StubRequest request, StubResponse response, FilterChain application)
      throws IOException, ServletException {
    application.doFilter(request, response);
  }

  /** What any filter pays that is to see exceptions. */
  private static void caught(StubRequest request, StubResponse response, FilterChain application)
      throws IOException, ServletException {
    try {
      application.doFilter(request, response);
    } catch (Throwable failure) {
      response.setStatus(500);
      throw failure;
    }
  }

  @Setup
  public void prepare() {
    chosen = switch (contender) {
      case "bare" -> ErrorBench::straight;
      case "catch and throw" -> ErrorBench::caught;
      case "whence" -> WhenceContender.plain(builder -> builder);
      case "whence ignored" ->
        WhenceContender.plain(
            builder -> builder.set(Keys.IGNORED_EXCEPTIONS, "java.lang.IllegalStateException"));
      case "whence sampled out" ->
        WhenceContender.plain(builder -> builder.set(Keys.SAMPLE_RATE, "0"));
      case "whence limited" ->
        WhenceContender.plain(builder -> builder.set(Keys.ERRORS_PER_ROUTE, "1"));
      case "bugsnag" -> new BugsnagContender();
      case "rollbar" -> new RollbarContender();
      case "sentry" -> new SentryContender();
      default -> throw new IllegalArgumentException("no contender \"" + contender + '"');
    };
  }

  @TearDown(Level.Invocation)
  public void settle() {
    chosen.settle();
  }

  @TearDown
  public void end() {
    chosen.close();
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public int request() throws IOException, ServletException {
    for (int i = 0; i < BURST; i++) {
      StubRequest request = new StubRequest(chosen.requestId());
      try {
        chosen.request(request, new StubResponse(), Target.THROWS);
      } catch (IllegalStateException escaped) {
        thrown++;
      }
    }
    return thrown;
  }
}
