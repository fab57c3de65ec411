package dev.whence.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.encode.Encoded;
import dev.whence.event.Body;
import dev.whence.event.ErrorEvent;
import dev.whence.event.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Plants secrets in events of random structure. A failure says its index:
 * {@code -Dgenerated.first=INDEX -Dgenerated.structures=1} runs that one alone.
 */
class GeneratedSecretsTest {
  private static final long SEED = Long.getLong("generated.seed", 42);
  private static final int FIRST = Integer.getInteger("generated.first", 0);
  private static final int STRUCTURES = Integer.getInteger("generated.structures", 20_000);
  private static final int SHOWN = 40;
  private static final int HALF_IS_A_LEAK = 24;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Scrubber scrubber = Scrubber.standard();

  @Test
  void hidesEverySecretAndKeepsTheRest() {
    List<String> faults = IntStream.range(FIRST, FIRST + STRUCTURES)
        .parallel()
        .boxed()
        .flatMap(this::faults)
        .limit(SHOWN)
        .toList();

    assertThat(faults).isEmpty();
    assertThat(scrubber.failures()).isZero();
  }

  private Stream<String> faults(int index) {
    RandomEvent random = new RandomEvent(SEED, index);
    ErrorEvent clean = scrubber.scrub(random.event);
    String json = Encoded.json(clean);
    List<String> faults = new ArrayList<>();
    String readings = leaves(tree(json));
    random.plants.secrets.stream()
        .filter(secret -> pieces(secret).anyMatch(readings::contains))
        .forEach(secret -> faults.add("leaks " + secret));
    random.plants.neutrals.stream()
        .filter(neutral -> !readings.contains(neutral))
        .forEach(neutral -> faults.add("lost " + neutral));
    if (!isJsonStill(clean)) {
      faults.add("the body is no JSON");
    }
    String twice = Encoded.json(scrubber.scrub(clean));
    if (!twice.equals(json) && !tree(twice).equals(tree(json))) {
      faults.add("the second time gives " + twice);
    }
    return faults.stream()
        .map(fault -> "seed " + SEED + ", index " + index + ": " + fault + "\n of "
            + Encoded.json(random.event) + "\n to " + json);
  }

  /** Returns the secret; of a long one its middle and its end too, which are leaks as well. */
  private static Stream<String> pieces(String secret) {
    boolean isWord = secret.indexOf('@') < 0 && secret.indexOf(' ') < 0;
    int middle = secret.length() / 2;
    return isWord && secret.length() >= HALF_IS_A_LEAK
        ? Stream.of(
            secret,
            secret.substring(secret.length() - 12),
            secret.substring(middle - 6, middle + 6))
        : Stream.of(secret);
  }

  private static boolean isJsonStill(ErrorEvent clean) {
    Body body = clean.request().map(Request::body).orElse(null);
    if (body == null || body.kind() != Body.Kind.JSON) {
      return true;
    }
    try {
      return JSON.readTree(body.text()).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Returns all names and values, a line each, and what they say to whoever decodes them. */
  private static String leaves(JsonNode tree) {
    StringBuilder leaves = new StringBuilder();
    addLeaves(tree, leaves);
    return leaves.toString();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }

  private static void addLeaves(JsonNode tree, StringBuilder leaves) {
    tree.properties().forEach(member -> add(member.getKey(), leaves));
    tree.forEach(item -> addLeaves(item, leaves));
    if (tree.isValueNode()) {
      add(tree.asText(), leaves);
    }
  }

  private static void add(String leaf, StringBuilder leaves) {
    Encodings.readings(leaf).forEach(reading -> leaves.append(reading).append('\n'));
  }
}
