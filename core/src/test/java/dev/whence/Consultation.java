package dev.whence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What the Doctor says about a set-up. */
record Consultation(int status, List<String> lines) {
  /** Has the Doctor look at what these environment variables set, and nothing else. */
  static Consultation about(Map<String, String> environment, String... args) {
    return about(Whence.builder().environmentVariables(environment), args);
  }

  static Consultation about(WhenceBuilder builder, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int status = Doctor.run(List.of(args), builder, new PrintStream(bytes, true, UTF_8));
    return new Consultation(status, bytes.toString(UTF_8).lines().toList());
  }

  String text() {
    return String.join("\n", lines);
  }

  /** Asserts that a check failed, that its text and its remedy hold this, and what that means. */
  Consultation assertFails(String check, String text, String remedy) {
    found("FAIL", check, text, remedy);
    assertThat(status).as("status of %s", this).isEqualTo(1);
    return this;
  }

  Consultation assertWarns(String check, String text, String remedy) {
    return found("WARN", check, text, remedy);
  }

  private Consultation found(String verdict, String check, String text, String remedy) {
    String line = line(check);
    assertThat(line).startsWith(verdict + ' ' + check + ": ").contains(text);
    assertThat(lines.get(lines.indexOf(line) + 1)).startsWith("     ").contains(remedy);
    return this;
  }

  Consultation assertPasses(String check) {
    assertThat(line(check)).startsWith("PASS");
    return this;
  }

  Consultation assertSkips(String... checks) {
    for (String check : checks) {
      assertThat(line(check)).startsWith("SKIP");
    }
    return this;
  }

  /** Returns the one line about a check. */
  String line(String check) {
    List<String> found =
        lines.stream().filter(line -> line.matches("[A-Z]+ " + check + ": .*")).toList();
    assertThat(found).as("lines about %s in%n%s", check, text()).hasSize(1);
    return found.get(0);
  }
}
