package dev.whence.stats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes reports as JSON, version 1 of what docs/statistics.md describes. */
public final class StatisticsJson {
  private static final int VERSION = 1;
  private static final int NANO_DIGITS = 9;
  private static final int MILLI_DIGITS = 3;

  /** Leaves nothing behind on the threads that use it, and writes no 1E+3. */
  private static final JsonFactory JSON = JsonFactory.builder()
      .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();

  private final JsonGenerator json;

  private StatisticsJson(JsonGenerator json) {
    this.json = json;
  }

  /** Returns {@code report} as UTF-8; a half of a surrogate pair becomes a question mark. */
  public static byte[] encode(StatisticsReport report, CountedBy origin) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new StatisticsJson(json).write(report, origin);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not to memory
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(StatisticsReport report, CountedBy origin) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "statistics");
    json.writeNumberField("version", VERSION);
    json.writeStringField("start", report.start().toString());
    json.writeStringField("end", report.end().toString());
    text("release", origin.release());
    text("environment", origin.environment());
    text("server_name", origin.serverName());
    json.writeArrayFieldStart("routes");
    for (RouteSnapshot route : report.routes()) {
      route(route);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void text(String name, @Nullable String text) throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }

  private void route(RouteSnapshot route) throws IOException {
    json.writeStartObject();
    json.writeStringField("route", route.route());
    json.writeNumberField("count", route.count());
    json.writeNumberField("errors", route.errors());
    json.writeObjectFieldStart("statuses");
    for (Map.Entry<StatusGroup, Long> status : route.statuses().entrySet()) {
      json.writeNumberField(status.getKey().label(), status.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("bytes", route.bytes());
    json.writeNumberField("database_ms", millis(route.inDatabase()));
    duration(route.durations());
    json.writeEndObject();
  }

  private void duration(SketchCounts durations) throws IOException {
    json.writeObjectFieldStart("duration");
    json.writeStringField("scale", "log2/32");
    json.writeArrayFieldStart("buckets");
    for (Bucket bucket : durations.buckets()) {
      json.writeArray(new long[] {bucket.index(), bucket.count()}, 0, 2);
    }
    json.writeEndArray();
    json.writeNumberField("max_ms", millis(durations.max()));
    json.writeEndObject();
  }

  /** Says a duration to its last nanosecond. */
  private static BigDecimal millis(Duration duration) {
    BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
        .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
    return seconds.movePointRight(MILLI_DIGITS).stripTrailingZeros();
  }
}
