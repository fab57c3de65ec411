package dev.whence.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What an error costs the whole process until it is sent, at a thousand a second, and what becomes
 * of a burst. Prints a table.
 */
public final class Deliveries {
  private static final int WARM = 6_000;
  private static final int PACED = 5_000;
  private static final int BURST = 10_000;
  private static final int RATE = 1_000;
  private static final long QUIET_MILLIS = 7_000;
  private static final int ROUNDS = 3;
  private static final List<String> CONTENDERS =
      List.of("bare", "whence", "whence on disk", "bugsnag", "rollbar", "sentry");

  private Deliveries() {}

  /** Microseconds of CPU for an error, milliseconds of a burst; errors that came; bytes. */
  private record Figure(
      double cpu,
      double pacedReceived,
      double burstMillis,
      double burstCpu,
      double burstReceived,
      double heap,
      double wire) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, List<Figure>> all = new LinkedHashMap<>();
    List<String> contenders = arguments.length == 0 ? CONTENDERS : List.of(arguments);
    for (int round = 0; round < ROUNDS; round++) {
      for (String contender : contenders) {
        all.computeIfAbsent(contender, name -> new ArrayList<>()).add(measure(contender));
      }
    }
    System.out.println("""
        | what | µs an error, 1,000/s | added | received of 5,000 | 10,000 at once: ms to make | µs an error | added | received | heap after, MB | B sent an error |
        | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""");
    all.forEach((contender, own) -> print(contender, own, all.getOrDefault("bare", own)));
  }

  private static Figure measure(String contender) throws IOException, InterruptedException {
    Path scratch = Places.scratch();
    try (Receiver receiver = new Receiver();
        Child child = Child.start(
            List.of("-Xmx512m", "-XX:+UseSerialGC"),
            ErrorProcess.class,
            contender,
            receiver.address(),
            scratch.toString())) {
      child.answer();
      return new Measuring(receiver, child, contender.equals("bare") ? 0 : QUIET_MILLIS).figure();
    } finally {
      Places.remove(scratch);
    }
  }

  /** What is made by a child, and when all of it has come. */
  private record Measuring(Receiver receiver, Child child, long quietMillis) {
    Figure figure() throws InterruptedException {
      made(WARM, RATE);
      long heap = child.heap();
      long bytes = receiver.bytes();
      Made paced = made(PACED, RATE);
      double wire = (receiver.bytes() - bytes) / Math.max(1, paced.received());
      Made burst = made(BURST, 0);
      child.ask(BURST + " 0");
      double heapAfter = (child.heap() - heap) / 1e6;
      return new Figure(
          paced.cpu(),
          paced.received(),
          burst.millis(),
          burst.cpu(),
          burst.received(),
          heapAfter,
          wire);
    }

    private Made made(int count, int rate) throws InterruptedException {
      long received = receiver.errors();
      Figures before = child.figures();
      double millis = Double.parseDouble(child.ask(count + " " + rate).split(" ", -1)[0]) / 1e6;
      receiver.awaitQuiet(received + count, quietMillis);
      double micros = child.figures().since(before).nanos() / 1e3;
      return new Made(millis, micros / count, receiver.errors() - received);
    }
  }

  /** How long making some took, what each cost until it was sent, and how many came. */
  private record Made(double millis, double cpu, double received) {}

  private static void print(String contender, List<Figure> own, List<Figure> bare) {
    System.out.printf(
        "| %s | %s | %.0f | %,.0f | %s | %s | %.0f | %,.0f | %,.1f | %,.0f |%n",
        contender,
        spread(own, Figure::cpu).text("%.0f"),
        spread(own, Figure::cpu).median() - spread(bare, Figure::cpu).median(),
        spread(own, Figure::pacedReceived).median(),
        spread(own, Figure::burstMillis).text("%.0f"),
        spread(own, Figure::burstCpu).text("%.0f"),
        spread(own, Figure::burstCpu).median() - spread(bare, Figure::burstCpu).median(),
        spread(own, Figure::burstReceived).median(),
        spread(own, Figure::heap).median(),
        spread(own, Figure::wire).median());
  }

  private static Spread spread(List<Figure> figures, ToDoubleFunction<Figure> which) {
    return Spread.of(figures.stream().map(which::applyAsDouble).toList());
  }
}
