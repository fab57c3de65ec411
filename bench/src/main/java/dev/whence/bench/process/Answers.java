package dev.whence.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** What a child says when it is asked, until whoever asks is gone. */
final class Answers {
  /** Does what a question asks that only this child knows of, and answers it. */
  interface Own {
    String to(String question) throws Exception;
  }

  private Answers() {}

  static void give(Own own) throws Exception {
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    String question = next(questions);
    while (!question.isEmpty()) {
      System.out.println(
          switch (question) {
            case "figures" -> Figures.now().toString();
            case "heap" -> Long.toString(Figures.heap());
            default -> own.to(question);
          });
      question = next(questions);
    }
  }

  private static String next(BufferedReader questions) throws IOException {
    String line = questions.readLine();
    return line == null ? "" : line;
  }
}
