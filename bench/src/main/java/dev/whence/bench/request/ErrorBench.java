package dev.whence.bench.request;

import dev.whence.bench.contend.Contender;
import dev.whence.bench.contend.Contenders;
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
    "whence repeat",
    "bugsnag",
    "rollbar",
    "sentry"
  })
  public String contender = "bare";

  private Contender chosen = Contenders.silent("bare");
  private int thrown;

  @Setup
  public void prepare() throws ServletException {
    chosen = Contenders.silent(contender);
    chosen.init(StubContext.config(StubContext.make()));
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
