package dev.whence.jaxrs.problem;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a problem as lines of text. */
final class TextProblem {
  private TextProblem() {}

  static byte[] write(Problem problem) {
    StringBuilder text = new StringBuilder();
    text.append(problem.status()).append(' ').append(problem.title()).append('\n');
    problem.violations().forEach(violation -> text.append(line(violation)).append('\n'));
    Map<String, String> members = problem.members();
    members.keySet().removeIf(name -> switch (name) {
      case "type", "title", Problem.STATUS -> true;
      default -> false;
    });
    members.forEach(
        (name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String line(Violation violation) {
    return violation.field().isEmpty()
        ? violation.message()
        : violation.field() + ": " + violation.message();
  }
}
