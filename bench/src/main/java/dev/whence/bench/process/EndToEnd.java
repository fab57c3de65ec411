package dev.whence.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Jetty on one core and {@code wrk} on the other, with and without each contender in turns.
 * Prints a table. Needs Linux, two cores, {@code wrk} and {@code taskset}.
 */
public final class EndToEnd {
  private static final int ROUNDS = 6;
  private static final int SECONDS = 2;
  private static final int WARM_SECONDS = 5;
  private static final List<String> CONTENDERS = List.of(
      "whence",
      "whence tracing 10 %",
      "rollbar",
      "dropwizard",
      "bugsnag",
      "sentry",
      "javamelody",
      Agent.NAME);
  private static final String[] HEADERS = {
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language: en-GB,en;q=0.5",
    "Accept-Encoding: gzip, deflate, br",
    "Cookie: theme=dark; consent=1",
    "Referer: https://shop.example.org/",
    "X-Forwarded-For: 203.0.113.9",
    "X-Request-ID: 0190a6e2-7d5f-7c3a-9b1e-2f4d6a8c0e11",
  };
  private static final Pattern LATENCY = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s)");
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

  private EndToEnd() {}

  /** What a round was like: microseconds and bytes for a request, and requests a second. */
  private record Round(double cpu, double bytes, double rate, double median, double tail) {}

  private record Standing(Child child, int port) {
    static Standing start(String contender, Receiver receiver, Path scratch) {
      List<String> options =
          Agent.with(contender, receiver.address(), "-Xmx512m", "-XX:+UseSerialGC");
      Child child =
          Child.start(options, Server.class, contender, receiver.address(), scratch.toString());
      return new Standing(child, Integer.parseInt(child.answer()));
    }

    /** Leaves it one core. */
    void pin() throws IOException, InterruptedException {
      output(List.of("taskset", "-a", "-c", "-p", "0", Long.toString(child.pid())));
    }

    Round load(int seconds) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(
          List.of("taskset", "-c", "1", "wrk", "-t1", "-c8", "-d" + seconds + "s", "--latency"));
      for (String header : HEADERS) {
        command.add("-H");
        command.add(header);
      }
      command.add("http://127.0.0.1:" + port + "/shop/hello");
      Figures before = child.figures();
      String printed = output(command);
      Figures used = child.figures().since(before);
      double requests = Double.parseDouble(first(REQUESTS, printed).group(1));
      if (printed.contains("Non-2xx")) {
        throw new IllegalStateException(printed);
      }
      Matcher latency = LATENCY.matcher(printed);
      return new Round(
          used.nanos() / requests / 1e3,
          used.bytes() / requests,
          Double.parseDouble(first(RATE, printed).group(1)),
          latency.find() ? micros(latency) : 0,
          latency.find() ? micros(latency) : 0);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("""
        | what | CPU µs | added | B | added | requests/s x bare | p50 µs | p99 µs |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""");
    List<Round> bare = new ArrayList<>();
    for (String contender : arguments.length == 0 ? CONTENDERS : List.of(arguments)) {
      List<Round> own = new ArrayList<>();
      List<Round> beside = new ArrayList<>();
      compare(contender, own, beside);
      bare.addAll(beside);
      System.out.println(line(contender, own, beside));
    }
    System.out.println(line("bare, beside all of them", bare, List.of()));
  }

  private static void compare(String contender, List<Round> own, List<Round> beside)
      throws IOException, InterruptedException {
    Path scratch = Places.scratch();
    try (Receiver receiver = new Receiver()) {
      Standing with = Standing.start(contender, receiver, scratch);
      Standing without = Standing.start("bare", receiver, scratch);
      try (with.child;
          without.child) {
        // Compiled while both have both cores.
        for (int i = 0; i < 2; i++) {
          with.load(WARM_SECONDS);
          without.load(WARM_SECONDS);
        }
        with.pin();
        without.pin();
        for (int round = 0; round < ROUNDS; round++) {
          boolean isFirst = round % 2 == 0;
          Round early = (isFirst ? with : without).load(SECONDS);
          Round late = (isFirst ? without : with).load(SECONDS);
          own.add(isFirst ? early : late);
          beside.add(isFirst ? late : early);
        }
      }
    } finally {
      Places.remove(scratch);
    }
  }

  private static String line(String contender, List<Round> own, List<Round> beside) {
    List<Double> cpu = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    List<Double> rate = new ArrayList<>();
    for (int i = 0; i < beside.size(); i++) {
      cpu.add(own.get(i).cpu - beside.get(i).cpu);
      bytes.add(own.get(i).bytes - beside.get(i).bytes);
      rate.add(own.get(i).rate / beside.get(i).rate);
    }
    boolean isBare = beside.isEmpty();
    return "| %s | %s | %s | %,.0f | %s | %s | %.0f | %,.0f |"
        .formatted(
            contender,
            Spread.of(own.stream().map(Round::cpu).toList()).text("%.1f"),
            isBare ? "" : Spread.of(cpu).text("%.1f"),
            Spread.of(own.stream().map(Round::bytes).toList()).median(),
            isBare ? "" : Spread.of(bytes).text("%,.0f"),
            isBare ? "" : "%.2f".formatted(Spread.of(rate).median()),
            Spread.of(own.stream().map(Round::median).toList()).median(),
            Spread.of(own.stream().map(Round::tail).toList()).median());
  }

  private static Matcher first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + text);
    }
    return matcher;
  }

  private static double micros(Matcher latency) {
    double value = Double.parseDouble(latency.group(2));
    return switch (latency.group(3)) {
      case "us" -> value;
      case "ms" -> value * 1e3;
      default -> value * 1e6;
    };
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + ": " + printed);
    }
    return printed;
  }
}
