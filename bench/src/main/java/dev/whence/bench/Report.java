package dev.whence.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks that JMH's options name and prints a table for each class; of a run of all it
 * writes the page.
 */
public final class Report {
  private static final Path PAGE = Path.of("bench", "results.md");

  private Report() {}

  /** Takes JMH's options; none runs all. */
  public static void main(String[] args)
      throws CommandLineOptionException, IOException, RunnerException {
    CommandLineOptions asked = new CommandLineOptions(args);
    Collection<RunResult> results = new Runner(new OptionsBuilder()
            .parent(asked)
            .addProfiler(CpuTime.class)
            .addProfiler("gc")
            .build())
        .run();
    String page = Page.of(results);
    System.out.println(page);
    if (asked.getIncludes().isEmpty() && asked.getExcludes().isEmpty()) {
      Files.writeString(PAGE, page, UTF_8);
    }
  }
}
