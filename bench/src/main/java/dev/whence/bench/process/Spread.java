package dev.whence.bench.process;

import java.util.Collection;

/** The middle of what was measured, and its ends. */
record Spread(double low, double median, double high) {
  static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** Returns the middle and in brackets the ends, by {@code format}. */
  String text(String format) {
    return (format + " (" + format + " - " + format + ")").formatted(median, low, high);
  }
}
