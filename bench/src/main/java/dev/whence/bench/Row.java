package dev.whence.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one contender took for one input.
 *
 * @param owner the benchmark's class
 * @param input its parameters
 * @param what its method, or the parameter {@code contender}
 * @param chars how many characters an operation reads, 0 if that is not what counts
 * @param nanos the CPU time of an operation, the mean
 * @param fastest that of the fastest iteration
 * @param slowest that of the slowest iteration
 * @param bytes how much an operation allocates on its own thread
 */
record Row(
    String owner,
    String input,
    String what,
    int chars,
    double nanos,
    double fastest,
    double slowest,
    double bytes)
    implements Comparable<Row> {
  private static final String CHARS = "chars";
  private static final String CONTENDER = "contender";
  private static final Comparator<Row> ORDER = Comparator.comparing(Row::chars)
      .thenComparing(Row::input)
      .thenComparing(row -> !row.isOurs())
      .thenComparing(Row::what);

  static Row of(RunResult result) {
    BenchmarkParams params = result.getParams();
    String[] path = params.getBenchmark().split("\\.", -1);
    Result<?> cpu = Objects.requireNonNull(result.getSecondaryResults().get(CpuTime.LABEL));
    Result<?> allocated = result.getSecondaryResults().get(CpuTime.ALLOCATED);
    String chars = params.getParam(CHARS);
    String contender = params.getParam(CONTENDER);
    List<String> input = params.getParamsKeys().stream()
        .filter(key -> !key.equals(CONTENDER))
        .map(params::getParam)
        .toList();
    return new Row(
        path[path.length - 2],
        String.join(", ", input),
        contender == null ? path[path.length - 1] : contender,
        chars == null ? 0 : Integer.parseInt(chars),
        cpu.getScore(),
        cpu.getStatistics().getMin(),
        cpu.getStatistics().getMax(),
        allocated == null ? 0 : allocated.getScore());
  }

  boolean isOurs() {
    return what.equals("whence");
  }

  /** Says whether this is what all pay, with whatever is measured or without. */
  boolean isBare() {
    return what.equals("bare");
  }

  /** Returns millions of characters a second where an operation takes {@code time}. */
  double rate(double time) {
    return chars * 1_000.0 / time;
  }

  String spread() {
    return Page.figure(rate(slowest)) + " - " + Page.figure(rate(fastest));
  }

  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
