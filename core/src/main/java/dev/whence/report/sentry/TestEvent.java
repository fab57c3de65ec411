package dev.whence.report.sentry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.event.Level;
import dev.whence.event.RandomIds;
import dev.whence.event.Sdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The event that the Doctor sends: a message, marked by a tag. */
final class TestEvent {
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();

  private TestEvent() {}

  static EventRecord record(Settings settings, Instant now) {
    EventId id = new RandomIds().eventId();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json, id, settings, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the stream is an array
    }
    return new EventRecord(id, Category.ERROR, now, bytes.toByteArray());
  }

  private static void write(JsonGenerator json, EventId id, Settings settings, Instant now)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("event_id", id.toString());
    json.writeStringField("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    json.writeStringField("platform", "java");
    json.writeStringField("level", Level.INFO.wireName());
    json.writeStringField("environment", settings.get(Keys.ENVIRONMENT));
    Optional<String> release = settings.find(Keys.RELEASE);
    if (release.isPresent()) {
      json.writeStringField("release", release.get());
    }
    json.writeObjectFieldStart("sdk");
    json.writeStringField("name", Sdk.NAME);
    json.writeStringField("version", Sdk.VERSION);
    json.writeEndObject();
    json.writeObjectFieldStart("logentry");
    json.writeStringField("formatted", "Whence's Doctor says hello");
    json.writeEndObject();
    json.writeObjectFieldStart("tags");
    json.writeStringField("whence.doctor", "hello");
    json.writeEndObject();
    json.writeEndObject();
  }
}
