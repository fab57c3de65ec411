package dev.whence.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** Shows results as tables, one for each class and in it one row for each contender and input. */
final class Page {
  private static final String HEAD = """
      # Results

      Written by `java -jar bench/target/benchmarks.jar`; what it runs is in [README.md](README.md).

      %d cores, load %.1f at the end (1 where the machine did nothing else), %s %s, %s.

      MB/s are millions of characters in a second of the CPU time of the benchmark's thread. From - to
      are the slowest and the fastest iteration. The last column says how many times Whence's time the
      row takes. Where there is a row "bare" that is what costs in any case, and all else is compared
      by what it adds to that.
      """;
  private static final String TABLE_HEAD = """

      ## %s

      | input | what | MB/s | from - to | ns | B | x Whence |
      | --- | --- | ---: | ---: | ---: | ---: | ---: |
      """;

  private static final String ADDED_HEAD = """

      ## %s

      | what | ns | from - to | ns added | B | B added | added x Whence |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  private Page() {}

  static String of(Collection<RunResult> results) {
    Map<String, List<Row>> classes = new TreeMap<>();
    results.stream()
        .map(Row::of)
        .forEach(row ->
            classes.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row));
    StringBuilder page = new StringBuilder(HEAD.formatted(
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.vm.name"),
        Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch")));
    classes.forEach((owner, rows) -> {
      Row bare = rows.stream().filter(Row::isBare).findFirst().orElse(null);
      if (bare == null) {
        page.append(TABLE_HEAD.formatted(owner));
        rows.stream().sorted().forEach(row -> page.append(line(row, rows)));
      } else {
        page.append(ADDED_HEAD.formatted(owner));
        rows.forEach(row -> page.append(added(row, bare, rows)));
      }
    });
    return page.toString();
  }

  private static String added(Row row, Row bare, List<Row> rows) {
    String ratio = rows.stream()
        .filter(Row::isOurs)
        .findFirst()
        .filter(ours -> !row.isBare())
        .map(ours -> figure((row.nanos() - bare.nanos()) / (ours.nanos() - bare.nanos())))
        .orElse("");
    return "| %s | %s | %s - %s | %s | %s | %s | %s |\n"
        .formatted(
            row.what(),
            figure(row.nanos()),
            figure(row.fastest()),
            figure(row.slowest()),
            row.isBare() ? "" : figure(row.nanos() - bare.nanos()),
            figure(row.bytes()),
            row.isBare() ? "" : figure(row.bytes() - bare.bytes()),
            ratio);
  }

  private static String line(Row row, List<Row> rows) {
    String ratio = rows.stream()
        .filter(other -> other.isOurs() && other.input().equals(row.input()))
        .findFirst()
        .map(ours -> figure(row.nanos() / ours.nanos()))
        .orElse("");
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            row.input(),
            row.what(),
            row.chars() == 0 ? "" : figure(row.rate(row.nanos())),
            row.chars() == 0 ? "" : row.spread(),
            figure(row.nanos()),
            figure(row.bytes()),
            ratio);
  }

  /** Returns {@code value} with three digits that count. */
  static String figure(double value) {
    if (value >= 100) {
      return "%,d".formatted(Math.round(value));
    }
    return (value < 10 ? "%.2f" : "%.1f").formatted(value);
  }
}
