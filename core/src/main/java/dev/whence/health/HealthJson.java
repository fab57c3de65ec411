package dev.whence.health;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.whence.delivery.LaneFigures;
import dev.whence.scrub.Scrubber;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Health} as JSON. What reporters and settings say in their own words is scrubbed,
 * since it may be read by more people than the log.
 */
final class HealthJson {
  /** Leaves nothing behind on the threads of a container. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();

  private static final Scrubber SCRUBBER = Scrubber.standard();

  private final JsonGenerator json;

  private HealthJson(JsonGenerator json) {
    this.json = json;
  }

  static String encode(Health health) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new HealthJson(json).write(health);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not to memory
    }
    return text.toString();
  }

  private void write(Health health) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("isOn", health.isOn());
    json.writeBooleanField("isDisabled", health.isDisabled());
    json.writeBooleanField("isBroken", health.isBroken());
    json.writeStringField("problem", SCRUBBER.scrubText(health.problem()));
    json.writeNumberField("captured", health.captured());
    counts("refused", health.refused());
    json.writeNumberField("inbox", health.inbox());
    json.writeNumberField("recorded", health.recorded());
    lanes(health.lanes());
    json.writeObjectFieldStart("traces");
    json.writeNumberField("captured", health.traces().captured());
    counts("refused", health.traces().refused());
    json.writeNumberField("inbox", health.traces().inbox());
    json.writeNumberField("recorded", health.traces().recorded());
    lanes(health.traces().lanes());
    json.writeEndObject();
    counts("faults", health.faults());
    counts("masked", health.masked());
    counts("wouldMask", health.wouldMask());
    json.writeEndObject();
  }

  private void lanes(List<LaneFigures> lanes) throws IOException {
    json.writeArrayFieldStart("lanes");
    for (LaneFigures lane : lanes) {
      lane(lane);
    }
    json.writeEndArray();
  }

  private void lane(LaneFigures lane) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", lane.name());
    json.writeNumberField("recorded", lane.recorded());
    json.writeNumberField("adopted", lane.adopted());
    json.writeNumberField("delivered", lane.delivered());
    json.writeNumberField("waiting", lane.waiting());
    counts("dropped", lane.dropped());
    String fault = lane.lastFault();
    textOrNull("lastFault", fault == null ? null : SCRUBBER.scrubText(fault));
    Object since = lane.failingSince();
    textOrNull("failingSince", since == null ? null : since.toString());
    json.writeBooleanField("isCircuitOpen", lane.isCircuitOpen());
    json.writeEndObject();
  }

  private void counts(String name, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : new TreeMap<>(counts).entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private void textOrNull(String name, @Nullable String text) throws IOException {
    json.writeFieldName(name);
    json.writeString(text); // null is written as such
  }
}
