package dev.whence.bench.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What an application pays before its first request and while it idles: from the start of its JVM
 * to the first answer, and what its libraries weigh. Prints a table.
 */
public final class StartUp {
  private static final int ROUNDS = 8;

  /** What each brings beside the API's jars, by how their files begin. */
  private static final Map<String, List<String>> JARS = new LinkedHashMap<>();

  static {
    JARS.put("bare", List.of());
    JARS.put("whence", List.of("whence-core-", "whence-filter-", "jackson-core-2"));
    JARS.put("dropwizard", List.of("metrics-", "slf4j-api-"));
    JARS.put("rollbar", List.of("rollbar-", "slf4j-api-"));
    JARS.put("sentry", List.of("sentry-"));
    JARS.put(
        "bugsnag",
        List.of(
            "bugsnag-",
            "slf4j-api-",
            "jackson-databind-2",
            "jackson-core-2",
            "jackson-annotations-"));
    JARS.put("javamelody", List.of("javamelody-core-", "jrobin-"));
    JARS.put(Agent.NAME, List.of());
  }

  private StartUp() {}

  private record Start(double millis, double cpuMillis, double heapKilobytes, double threads) {}

  public static void main(String[] arguments) throws IOException {
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    try (Receiver receiver = new Receiver()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (String contender : JARS.keySet()) {
          starts
              .computeIfAbsent(contender, name -> new ArrayList<>())
              .add(start(contender, receiver.address()));
        }
      }
    }
    print(starts);
  }

  private static Start start(String contender, String receiver) throws IOException {
    Path scratch = Places.scratch();
    List<String> options = Agent.with(contender, receiver, "-Xmx512m", "-XX:+UseSerialGC");
    long start = System.nanoTime();
    try (Child child =
        Child.start(options, Server.class, contender, receiver, scratch.toString())) {
      int port = Integer.parseInt(child.answer());
      get(port);
      double millis = (System.nanoTime() - start) / 1e6;
      Figures figures = child.figures();
      return new Start(millis, figures.nanos() / 1e6, child.heap() / 1024.0, figures.threads());
    } finally {
      Places.remove(scratch);
    }
  }

  private static void get(int port) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/shop/hello");
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (connection.getResponseCode() != 200) {
      throw new IOException("status " + connection.getResponseCode());
    }
    connection.getInputStream().readAllBytes();
    connection.disconnect();
  }

  private static void print(Map<String, List<Start>> starts) throws IOException {
    List<Start> bare = starts.get("bare");
    if (bare == null) {
      throw new IllegalStateException("nothing was measured");
    }
    System.out.println("""
        | what | ms to the first answer | added | CPU ms | added | heap added, KB | threads added | jars, KB |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""");
    for (Map.Entry<String, List<Start>> entry : starts.entrySet()) {
      List<Start> own = entry.getValue();
      Spread millis = spread(own, Start::millis);
      Spread cpu = spread(own, Start::cpuMillis);
      System.out.printf(
          "| %s | %s | %.0f | %s | %.0f | %,.0f | %.0f | %,d |%n",
          entry.getKey(),
          millis.text("%.0f"),
          millis.median() - spread(bare, Start::millis).median(),
          cpu.text("%.0f"),
          cpu.median() - spread(bare, Start::cpuMillis).median(),
          spread(own, Start::heapKilobytes).median()
              - spread(bare, Start::heapKilobytes).median(),
          spread(own, Start::threads).median() - spread(bare, Start::threads).median(),
          weight(entry.getKey()) / 1024);
    }
  }

  private static Spread spread(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Spread.of(starts.stream().map(figure::applyAsDouble).toList());
  }

  private static long weight(String contender) throws IOException {
    if (contender.equals(Agent.NAME)) {
      return Files.size(Places.target().resolve("agent/opentelemetry-javaagent.jar"));
    }
    Predicate<String> isIts =
        name -> JARS.getOrDefault(contender, List.of()).stream().anyMatch(name::startsWith);
    try (Stream<Path> jars = Files.list(Places.target().resolve("lib"))) {
      long weight = 0;
      for (Path jar : jars.toList()) {
        if (isIts.test(jar.getFileName().toString())) {
          weight += Files.size(jar);
        }
      }
      return weight;
    }
  }
}
