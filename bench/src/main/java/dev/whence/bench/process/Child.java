package dev.whence.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own with this one's class path, which answers each line that it is told by one of
 * its own. For one thread.
 */
public final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter questions;

  private Child(Process process) {
    this.process = process;
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.questions = new PrintWriter(process.getOutputStream(), true, UTF_8);
  }

  /** Returns the command of a JVM, as in {@code java -cp ... Main}. */
  public static List<String> command(
      String javaHome, List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(javaHome, "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** Starts one; what it prints to the other stream is shown. */
  static Child start(List<String> options, Class<?> main, String... arguments) {
    try {
      return new Child(new ProcessBuilder(
              command(System.getProperty("java.home"), options, main, List.of(arguments)))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Returns the next line that it prints. */
  String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("it ended: " + process.info());
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells it a line and returns what it answers. */
  String ask(String question) {
    questions.println(question);
    return answer();
  }

  Figures figures() {
    return Figures.parse(ask("figures"));
  }

  /** Returns how many bytes of its heap are in use when all else is collected. */
  long heap() {
    return Long.parseLong(ask("heap"));
  }

  @Override
  public void close() {
    questions.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
