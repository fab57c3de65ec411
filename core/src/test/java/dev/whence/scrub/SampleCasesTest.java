package dev.whence.scrub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the sample through events: what must be hidden is gone, what must be kept is there. */
class SampleCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream sample =
        Objects.requireNonNull(SampleCasesTest.class.getResourceAsStream("sample.jsonl"))) {
      List<String> lines = new String(sample.readAllBytes(), UTF_8).lines().toList();
      return lines.stream().map(SampleCasesTest::parsed);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hidesAndKeepsWhatTheSampleSays(JsonNode one) throws IOException {
    Object output = SampleCases.output(one.get("kind").asText(), one.get("input"));

    String seen = JSON.writeValueAsString(output) + '\n' + output;
    String all = seen + URLDecoder.decode(seen.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), UTF_8);
    assertThat(texts(one.get("must_hide"))).noneMatch(all::contains);
    assertThat(texts(one.get("must_keep"))).allMatch(all::contains);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
