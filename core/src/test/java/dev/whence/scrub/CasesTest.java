package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.scrub.body.JsonStrings;
import dev.whence.scrub.text.Percent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs every case through the command's way: what must be hidden is gone, in whatever form it may
 * be read back, and what must be kept is there.
 */
class CasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HALF_IS_A_LEAK = 24;

  private final ToolLine tool = new ToolLine(Scrubber.standard(), true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.jsonl",
        "cases/structures.jsonl",
        "cases/keys.jsonl",
        "cases/texts.jsonl",
        "cases/more.jsonl"
      })
  void hidesAndKeepsWhatTheCasesSay(String file) {
    List<String> failures = new ArrayList<>();
    lines(file).forEach(input -> {
      JsonNode one = parsed(input);
      String line = tool.scrub(1, input);
      Set<String> seen = Readings.of(line, parsed(line).get("output"));
      texts(one.get("must_hide")).stream()
          .filter(secret -> pieces(secret).anyMatch(piece -> isIn(seen, piece)))
          .forEach(secret -> failures.add(one.get("id") + " leaks " + secret + " in " + line));
      texts(one.get("must_keep")).stream()
          .filter(text -> seen.stream().noneMatch(reading -> reading.contains(text)))
          .forEach(text -> failures.add(one.get("id") + " lost " + text + " in " + line));
    });

    assertThat(failures).isEmpty();
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"tr", "az", "lt", "ar", "th-TH-u-nu-thai"})
  void comeOutTheSameInEveryLocale(String tag) {
    List<String> expected = allLines().map(line -> tool.scrub(1, line)).toList();
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      ToolLine there = new ToolLine(Scrubber.standard(), true);

      assertThat(allLines().map(line -> there.scrub(1, line))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Tag("slow")
  @Test
  void comeOutTheSameOnThirtyTwoThreads() throws Exception {
    List<String> lines = allLines().toList();
    List<String> expected = lines.stream().map(line -> tool.scrub(1, line)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      Callable<List<String>> all =
          () -> lines.stream().map(line -> tool.scrub(1, line)).toList();
      for (Future<List<String>> one : threads.invokeAll(Collections.nCopies(32, all))) {
        assertThat(one.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void changeNothingTheSecondTime() {
    List<String> failures = new ArrayList<>();
    allLines()
        .map(CasesTest::parsed)
        .filter(one -> one.get("input").isTextual())
        .forEach(one -> {
          String once = parsed(tool.scrub(1, one.toString())).get("output").asText();
          ObjectNode again = ((ObjectNode) one).put("input", once);
          String twice = parsed(tool.scrub(1, again.toString())).get("output").asText();
          if (!twice.equals(once)) {
            failures.add(one.get("id") + ": " + once + " -> " + twice);
          }
        });

    assertThat(failures).isEmpty();
  }

  @Test
  void areInBalance() {
    List<JsonNode> all = allLines().map(CasesTest::parsed).toList();
    long positives = all.stream().filter(one -> !one.get("must_hide").isEmpty()).count();

    assertThat(all).hasSizeGreaterThan(1_400);
    assertThat(positives).isBetween(all.size() * 4L / 10, all.size() * 6L / 10);
  }

  private static Stream<String> allLines() {
    return Stream.of("structures", "keys", "texts", "more")
        .flatMap(name -> lines("cases/" + name + ".jsonl"));
  }

  private static boolean isIn(Set<String> readings, String secret) {
    return readings.stream().anyMatch(reading -> reading.contains(secret));
  }

  /** Returns the secret; of a long one its middle and its end too, which are leaks as well. */
  private static Stream<String> pieces(String secret) {
    boolean isLong =
        secret.length() >= HALF_IS_A_LEAK && secret.indexOf('@') < 0 && secret.indexOf(' ') < 0;
    int middle = secret.length() / 2;
    return isLong
        ? Stream.of(
            secret,
            secret.substring(secret.length() - 12),
            secret.substring(middle - 6, middle + 6))
        : Stream.of(secret);
  }

  private static Stream<String> lines(String file) {
    try (InputStream cases = Objects.requireNonNull(CasesTest.class.getResourceAsStream(file))) {
      return new String(cases.readAllBytes(), UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  /** The forms in which an output may be read back: as it is, its leaves, decoded, unescaped. */
  private static final class Readings {
    static Set<String> of(String line, JsonNode output) {
      Set<String> readings = new LinkedHashSet<>();
      readings.add(line);
      readings.add(output.isTextual() ? output.asText() : output.toString());
      List<String> leaves = new ArrayList<>();
      addLeaves(output, leaves);
      readings.add(String.join("\n", leaves));
      add(readings, Percent::decode);
      add(readings, text -> Percent.decode(text.replace('+', ' ')));
      add(readings, text -> JsonStrings.plain(text, 0, text.length()));
      return readings;
    }

    private static void add(Set<String> readings, UnaryOperator<String> decoding) {
      for (String reading : List.copyOf(readings)) {
        String once = decoding.apply(reading);
        readings.add(once);
        readings.add(decoding.apply(once));
      }
    }

    private static void addLeaves(JsonNode tree, List<String> leaves) {
      tree.properties().forEach(member -> {
        leaves.add(member.getKey());
        addLeaves(member.getValue(), leaves);
      });
      if (tree.isArray()) {
        tree.forEach(item -> addLeaves(item, leaves));
      } else if (tree.isValueNode()) {
        leaves.add(tree.isTextual() ? tree.asText() : tree.toString());
      }
    }
  }
}
