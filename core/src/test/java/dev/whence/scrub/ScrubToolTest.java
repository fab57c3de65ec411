package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as its users do: a process of its own, lines in, lines out. */
@Tag("slow")
class ScrubToolTest {
  @TempDir
  Path folder;

  @Test
  void answersEachLineAndGoesOnBehindABadOne() throws Exception {
    String out = run("""
        {"id":"a","kind":"message","input":"write to anna@example.org","tier":{"x":[1]}}

        no JSON at all
        {"id":"b","kind":"letter","input":"x"}
        {"id":"c","kind":"query"}
        ["d"]
        {"id":"e","kind":"json","input":{"pin":1234,"a":[1.50, 2]}}\r
        {"kind":"json","id":"f","input":"{\\"token\\":\\"x1"}
        {"id":"g","kind":"message","input":"half \\ud83d of one"}
        """);

    List<String> lines = out.lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).isEqualTo("{\"id\":\"a\",\"output\":\"write to [EMAIL]\"}");
    assertThat(lines.get(1)).startsWith("{\"line\":3,\"error\":\"no JSON: ");
    assertThat(lines.get(2)).startsWith("{\"line\":4,\"error\":\"kind \\\"letter\\\" is none of ");
    assertThat(lines.get(3)).isEqualTo("{\"line\":5,\"error\":\"no \\\"input\\\"\"}");
    assertThat(lines.get(4)).isEqualTo("{\"line\":6,\"error\":\"no object\"}");
    assertThat(lines.get(5))
        .isEqualTo("{\"id\":\"e\",\"output\":{\"pin\":\"[Filtered]\",\"a\":[1.50, 2]}}");
    assertThat(lines.get(6))
        .isEqualTo("{\"id\":\"f\",\"output\":\"{\\\"token\\\":\\\"[Filtered]\"}");
    assertThat(lines.get(7)).isEqualTo("{\"id\":\"g\",\"output\":\"half \\ud83d of one\"}");
  }

  @Test
  void explainsWhatItMasked() throws Exception {
    String out = run(
        "{\"id\":\"a\",\"kind\":\"header\",\"input\":{\"X-Note\":[\"a@example.org\"],\"Host\":\"b\"}}\n",
        "--explain");

    assertThat(out.strip())
        .isEqualTo("{\"id\":\"a\",\"output\":{\"X-Note\":[\"[EMAIL]\"],\"Host\":\"b\"},\"masked\":"
            + "[{\"path\":\"output.X-Note\",\"rule\":\"email\",\"length\":13}]}");
  }

  @Test
  void takesPoliciesAsOptions() throws Exception {
    String out = run(
        "{\"id\":\"a\",\"kind\":\"message\",\"input\":\"a@example.org case-17 colour=red pin=4711"
            + " patient: Jo\"}\n",
        "--rule-off",
        "email",
        "--hide-pattern",
        "case-\\d+",
        "--hide-key",
        "colour",
        "--keep-key",
        "pin",
        "--strict");

    assertThat(out.strip())
        .isEqualTo("{\"id\":\"a\",\"output\":\"a@example.org [Filtered] colour=[Filtered] pin=4711"
            + " patient: [Filtered]\"}");
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    assertThat(run("", "--explian")).contains("no option \"--explian\"", "usage: ScrubTool");
    assertThat(run("", "--hide-key")).contains("\"--hide-key\" needs a value");
    assertThat(run("", "--hide-pattern", "(")).contains("\"(\" is no pattern");
    assertThat(run("", "--rule-off", "fone")).contains("no rule \"fone\"");
  }

  private String run(String input, String... options) throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in.jsonl"), input);
    Path out = folder.resolve("out.jsonl");
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        ScrubTool.class.getName()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command)
        .redirectInput(in.toFile())
        .redirectOutput(out.toFile())
        .redirectErrorStream(true)
        .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out, UTF_8);
  }
}
