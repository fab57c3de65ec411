package dev.whence.ingest.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads JSON without mercy: one object, in valid UTF-8, no key twice, no half of a surrogate pair.
 */
public final class StrictJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder(new JsonFactory())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .build();

  private StrictJson() {}

  /**
   * Reads the object that fills {@code bytes}.
   *
   * @throws IOException whose message says what is wrong
   */
  public static ObjectNode object(byte[] bytes) throws IOException {
    String text = utf8(bytes);
    if (!(parse(text) instanceof ObjectNode object)) {
      throw new IOException("must be a JSON object");
    }
    if (hasSurrogateEscape(text)
        && !StandardCharsets.UTF_8.newEncoder().canEncode(object.toString())) {
      throw new IOException("has half of a surrogate pair");
    }
    return object;
  }

  private static String utf8(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      throw new IOException("is not valid UTF-8", broken);
    }
  }

  private static JsonNode parse(String text) throws IOException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IOException("is not valid JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  private static boolean hasSurrogateEscape(String text) {
    return text.toLowerCase(Locale.ROOT).contains("\\ud");
  }
}
