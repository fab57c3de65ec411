package dev.whence.report.trim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes an event smaller by leaving out, step by step, what is missed least; docs/reporters.md has
 * the steps. What an event lacks then it says in {@code contexts.whence.trimmed}.
 *
 * <p>Reads and writes without a tree between, and never holds more of the result than is allowed.
 */
public final class EventTrimmer {
  static final JsonFactory JSON = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
      .build();

  private EventTrimmer() {}

  /**
   * Returns {@code json} trimmed by as few steps as bring it to {@code limit} bytes or less, empty
   * if all of them do not.
   *
   * @throws UnreadableEventException if that is no JSON object in UTF-8
   */
  public static Optional<byte[]> trim(byte[] json, int limit) throws UnreadableEventException {
    for (TrimStep step : TrimStep.values()) {
      Optional<byte[]> trimmed = trim(json, limit, step);
      if (trimmed.isPresent()) {
        return trimmed;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns {@code json} trimmed by all steps, empty if it has more than {@code limit} bytes then.
   *
   * @throws UnreadableEventException if that is no JSON object in UTF-8
   */
  public static Optional<byte[]> essence(byte[] json, int limit) throws UnreadableEventException {
    return trim(json, limit, TrimStep.REST);
  }

  static Optional<byte[]> trim(byte[] json, int limit, TrimStep step)
      throws UnreadableEventException {
    BoundedOutput bytes = new BoundedOutput(limit);
    // a writer puts a question mark for half of a surrogate pair, where a stream gives up
    try (JsonGenerator out =
        JSON.createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      new TrimPass(json, step, out).run();
    } catch (BoundedOutput.Full full) {
      return Optional.empty();
    } catch (IOException malformed) {
      throw new UnreadableEventException(malformed);
    }
    return Optional.of(bytes.toByteArray());
  }
}
