package dev.whence.bench.process;

import dev.whence.bench.request.Producer;
import java.nio.file.Path;

/** A child: makes errors when it is told how many, and how many a second. */
final class ErrorProcess {
  private ErrorProcess() {}

  /** Takes a contender's name, the address that it sends to, and a directory to write to. */
  public static void main(String[] arguments) throws Exception {
    Producer producer = new Producer(arguments[0], arguments[1], Path.of(arguments[2]));
    System.out.println("ready");
    Answers.give(question -> {
      String[] parts = question.split(" ", -1);
      long start = System.nanoTime();
      int thrown = producer.errors(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      return (System.nanoTime() - start) + " " + thrown;
    });
    // Others' threads would keep it.
    System.exit(0);
  }
}
