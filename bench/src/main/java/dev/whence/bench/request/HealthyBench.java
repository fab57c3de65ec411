package dev.whence.bench.request;

import dev.whence.bench.contend.Contender;
import dev.whence.bench.contend.Contenders;
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

  private Contender chosen = Contenders.silent("bare");

  // On the heap for everybody, as a container's are.
  private StubRequest request = new StubRequest(null);
  private StubResponse response = new StubResponse();

  @Setup
  public void prepare() throws ServletException {
    chosen = Contenders.silent(contender);
    chosen.init(StubContext.config(StubContext.make()));
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
