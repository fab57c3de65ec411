package dev.whence.bench.process;

import java.util.ArrayList;
import java.util.List;

/** OpenTelemetry's agent, which comes by the command line and not by a filter. */
final class Agent {
  static final String NAME = "opentelemetry agent";

  private Agent() {}

  /** Returns what a JVM needs for {@code contender} beside {@code options}. */
  static List<String> with(String contender, String receiver, String... options) {
    if (!contender.equals(NAME)) {
      return List.of(options);
    }
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-javaagent:" + Places.target().resolve("agent/opentelemetry-javaagent.jar"));
    all.add("-Dotel.exporter.otlp.protocol=http/protobuf");
    all.add("-Dotel.exporter.otlp.endpoint=" + receiver);
    all.add("-Dotel.metrics.exporter=none");
    all.add("-Dotel.logs.exporter=none");
    all.add("-Dotel.traces.sampler=parentbased_traceidratio");
    all.add("-Dotel.traces.sampler.arg=0.1");
    all.add("-Dotel.javaagent.logging=none");
    return all;
  }
}
