package dev.whence.encode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.whence.event.Measurement;
import dev.whence.event.SpanData;
import dev.whence.event.TransactionEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes transactions in the shape of Sentry's payload (develop.sentry.dev, "Transaction
 * Payloads"). The contexts come before the spans, so that what frames it need not read them.
 */
public final class TransactionJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final TransactionEvent event;
  private final JsonGenerator json;
  private final JsonValues values;
  private final CommonJson common;
  private final Object traceId;

  private TransactionJson(TransactionEvent event, JsonGenerator json) {
    this.event = event;
    this.json = json;
    this.values = new JsonValues(json);
    this.common = new CommonJson(json);
    this.traceId = event.contexts().getOrDefault("trace", Map.of()).getOrDefault("trace_id", "");
  }

  /** Returns {@code event} as UTF-8 JSON. */
  public static byte[] encode(TransactionEvent event) throws IOException {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(4_096 + 512 * event.spans().size());
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      new TransactionJson(event, json).write();
    }
    return bytes.toByteArray();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("event_id", event.id().toString());
    json.writeStringField("type", "transaction");
    values.text("transaction", event.name());
    json.writeObjectFieldStart("transaction_info");
    json.writeStringField("source", event.source().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
    values.tree("contexts", event.contexts());
    time(event.time().start(), event.time().end());
    json.writeStringField("platform", "java");
    values.text("release", event.release().orElse(null));
    values.text("environment", event.environment().orElse(null));
    values.text("server_name", event.serverName().orElse(null));
    common.sdk();
    common.tags(event.tags());
    common.user(event.user().orElse(null));
    common.request(event.request().orElse(null));
    measurements(event.measurements());
    spans(event.spans());
    json.writeEndObject();
  }

  private void time(Instant start, Instant end) throws IOException {
    json.writeStringField("start_timestamp", JsonValues.time(start));
    json.writeStringField("timestamp", JsonValues.time(end));
  }

  private void measurements(Map<String, Measurement> measurements) throws IOException {
    if (measurements.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("measurements");
    for (Map.Entry<String, Measurement> each : measurements.entrySet()) {
      json.writeObjectFieldStart(JsonValues.wellFormed(each.getKey()));
      json.writeFieldName("value");
      values.value(each.getValue().value());
      values.text("unit", each.getValue().unit());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void spans(List<SpanData> spans) throws IOException {
    json.writeArrayFieldStart("spans");
    for (SpanData span : spans) {
      json.writeStartObject();
      json.writeStringField("trace_id", String.valueOf(traceId));
      json.writeStringField("span_id", hex(span.ids().id()));
      json.writeStringField("parent_span_id", hex(span.ids().parentId()));
      values.text("op", span.op());
      values.text("description", span.description());
      json.writeStringField("status", span.status());
      json.writeStringField("origin", "auto");
      time(span.time().start(), span.time().end());
      values.tree("data", span.data());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String hex(long id) {
    return HexFormat.of().toHexDigits(id);
  }
}
