package dev.whence.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks. */
public final class Report {
  private Report() {}

  /** Takes JMH's options. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    new Runner(new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(CpuTime.class)
            .addProfiler("gc")
            .build())
        .run();
  }
}
