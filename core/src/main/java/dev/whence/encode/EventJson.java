package dev.whence.encode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.Frame;
import dev.whence.event.Mechanism;
import dev.whence.event.ThrownException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Writes events in the shape of Sentry's event payload (develop.sentry.dev, "Event Payloads"), the
 * one that every reporter gets.
 */
public final class EventJson {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final JsonValues values;
  private final CommonJson common;

  private EventJson(JsonGenerator json) {
    this.json = json;
    this.common = new CommonJson(json);
    this.values = new JsonValues(json);
  }

  /** Returns {@code event} as UTF-8 JSON. */
  public static byte[] encode(ErrorEvent event) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      new EventJson(json).write(event);
    }
    return bytes.toByteArray();
  }

  private void write(ErrorEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField("event_id", event.id().toString());
    json.writeStringField("timestamp", JsonValues.time(event.timestamp()));
    json.writeStringField("platform", "java");
    json.writeStringField("level", event.level().wireName());
    values.text("transaction", event.transaction().orElse(null));
    values.text("release", event.release().orElse(null));
    values.text("environment", event.environment().orElse(null));
    values.text("server_name", event.serverName().orElse(null));
    common.sdk();
    message(event);
    exceptions(event.exceptions());
    common.tags(event.tags());
    if (!event.fingerprint().isEmpty()) {
      json.writeFieldName("fingerprint");
      values.value(event.fingerprint());
    }
    common.user(event.user().orElse(null));
    common.request(event.request().orElse(null));
    values.tree("contexts", event.contexts());
    breadcrumbs(event.breadcrumbs());
    json.writeEndObject();
  }

  private void message(ErrorEvent event) throws IOException {
    if (event.message().isPresent()) {
      json.writeObjectFieldStart("logentry");
      values.text("formatted", event.message().get());
      values.text("message", event.message().get()); // some readers insist on the template
      json.writeEndObject();
    }
    if (!event.stack().isEmpty()) {
      json.writeObjectFieldStart("threads");
      json.writeArrayFieldStart("values");
      json.writeStartObject();
      json.writeBooleanField("current", true);
      stacktrace(event.stack());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** The payload wants the innermost cause first and what was thrown last. */
  private void exceptions(List<ThrownException> exceptions) throws IOException {
    if (exceptions.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("exception");
    json.writeArrayFieldStart("values");
    for (int i = exceptions.size() - 1; i >= 0; i--) {
      exception(exceptions.get(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void exception(ThrownException exception) throws IOException {
    json.writeStartObject();
    values.text("type", exception.type());
    values.text("module", exception.module());
    values.text("value", exception.value());
    if (!exception.frames().isEmpty()) {
      stacktrace(exception.frames());
    }
    mechanism(exception.mechanism());
    json.writeEndObject();
  }

  private void mechanism(Mechanism mechanism) throws IOException {
    json.writeObjectFieldStart("mechanism");
    json.writeStringField("type", mechanism.type());
    json.writeBooleanField("handled", mechanism.handled());
    json.writeNumberField("exception_id", mechanism.exceptionId());
    if (mechanism.parentId() >= 0) {
      json.writeNumberField("parent_id", mechanism.parentId());
    }
    values.tree("data", mechanism.data());
    json.writeEndObject();
  }

  /** The payload wants the outermost call first. */
  private void stacktrace(List<Frame> frames) throws IOException {
    json.writeObjectFieldStart("stacktrace");
    json.writeArrayFieldStart("frames");
    for (int i = frames.size() - 1; i >= 0; i--) {
      frame(frames.get(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void frame(Frame frame) throws IOException {
    json.writeStartObject();
    values.text("module", frame.module());
    values.text("function", frame.function());
    values.text("filename", frame.filename());
    if (frame.line() > 0) {
      json.writeNumberField("lineno", frame.line());
    }
    json.writeBooleanField("in_app", frame.inApp());
    json.writeEndObject();
  }

  private void breadcrumbs(List<Breadcrumb> breadcrumbs) throws IOException {
    if (breadcrumbs.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("breadcrumbs");
    json.writeArrayFieldStart("values");
    for (Breadcrumb breadcrumb : breadcrumbs) {
      json.writeStartObject();
      json.writeStringField("timestamp", JsonValues.time(breadcrumb.timestamp()));
      values.text("category", breadcrumb.category());
      values.text("message", breadcrumb.message());
      json.writeStringField("level", breadcrumb.level().wireName());
      values.tree("data", breadcrumb.data());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
