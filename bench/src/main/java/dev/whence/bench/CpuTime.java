package dev.whence.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the CPU time that the benchmark's own threads take for an operation, which other load on
 * the machine touches less than the time on the clock.
 *
 * <p>The compiler's and the collector's threads do not count. Used by JMH, from one thread.
 */
public final class CpuTime implements InternalProfiler {
  /** What the result is called. */
  public static final String LABEL = "cpu.time.norm";

  /** What the bytes are called that those threads allocate. */
  public static final String ALLOCATED = "own.alloc.norm";

  private static final String WORKER = "-jmh-worker-";

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long cpuBefore;
  private long bytesBefore;

  @Override
  public String getDescription() {
    return "CPU time of the benchmark's threads for an operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    cpuBefore = sum(threads::getThreadCpuTime);
    bytesBefore = sum(threads::getThreadAllocatedBytes);
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double operations = Math.max(1, result.getMetadata().getAllOps());
    double nanos = (sum(threads::getThreadCpuTime) - cpuBefore) / operations;
    double bytes = (sum(threads::getThreadAllocatedBytes) - bytesBefore) / operations;
    return List.of(
        new ScalarResult(LABEL, nanos, "ns/op", AggregationPolicy.AVG),
        new ScalarResult(ALLOCATED, bytes, "B/op", AggregationPolicy.AVG));
  }

  private long sum(LongUnaryOperator ofThread) {
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      var thread = threads.getThreadInfo(id);
      if (thread != null && thread.getThreadName().contains(WORKER)) {
        sum += Math.max(0, ofThread.applyAsLong(id));
      }
    }
    return sum;
  }
}
