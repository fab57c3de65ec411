package dev.whence.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.Frame;
import dev.whence.event.Mechanism;
import dev.whence.event.Request;
import dev.whence.event.Sdk;
import dev.whence.event.ThrownException;
import dev.whence.event.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes events in the shape of Sentry's event payload (develop.sentry.dev, "Event Payloads"), the
 * one that every reporter gets.
 */
final class EventJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEPTH = 32;

  private EventJson() {}

  /** Returns {@code event} as UTF-8 JSON. */
  static byte[] encode(ErrorEvent event) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      new Writer(json).event(event);
    }
    return bytes.toByteArray();
  }

  private record Writer(JsonGenerator json) {
    void event(ErrorEvent event) throws IOException {
      json.writeStartObject();
      json.writeStringField("event_id", event.id().toString());
      json.writeStringField("timestamp", time(event.timestamp()));
      json.writeStringField("platform", "java");
      json.writeStringField("level", event.level().wireName());
      text("transaction", event.transaction().orElse(null));
      text("release", event.release().orElse(null));
      text("environment", event.environment().orElse(null));
      text("server_name", event.serverName().orElse(null));
      sdk();
      message(event);
      exceptions(event.exceptions());
      tree("tags", event.tags());
      if (!event.fingerprint().isEmpty()) {
        json.writeFieldName("fingerprint");
        value(event.fingerprint(), 0);
      }
      user(event.user().orElse(null));
      request(event.request().orElse(null));
      tree("contexts", event.contexts());
      breadcrumbs(event.breadcrumbs());
      json.writeEndObject();
    }

    private void sdk() throws IOException {
      json.writeObjectFieldStart("sdk");
      json.writeStringField("name", Sdk.NAME);
      json.writeStringField("version", Sdk.VERSION);
      json.writeEndObject();
    }

    private void message(ErrorEvent event) throws IOException {
      if (event.message().isPresent()) {
        json.writeObjectFieldStart("logentry");
        text("formatted", event.message().get());
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
      text("type", exception.type());
      text("module", exception.module());
      text("value", exception.value());
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
      tree("data", mechanism.data());
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
      text("module", frame.module());
      text("function", frame.function());
      text("filename", frame.filename());
      if (frame.line() > 0) {
        json.writeNumberField("lineno", frame.line());
      }
      json.writeBooleanField("in_app", frame.inApp());
      json.writeEndObject();
    }

    private void user(@Nullable User user) throws IOException {
      if (user == null) {
        return;
      }
      json.writeObjectFieldStart("user");
      text("id", user.id());
      text("username", user.username());
      text("email", user.email());
      text("ip_address", user.ipAddress());
      if (user.tenant() != null) {
        tree("data", Map.of("tenant", user.tenant()));
      }
      json.writeEndObject();
    }

    private void request(@Nullable Request request) throws IOException {
      if (request == null) {
        return;
      }
      json.writeObjectFieldStart("request");
      text("method", request.method());
      text("url", request.url());
      text("query_string", request.query());
      tree("headers", request.headers());
      cookies(request.cookies());
      text("data", request.body());
      if (request.remoteAddress() != null) {
        tree("env", Map.of("REMOTE_ADDR", request.remoteAddress()));
      }
      json.writeEndObject();
    }

    private void cookies(@Nullable String cookies) throws IOException {
      if (cookies == null) {
        return;
      }
      json.writeArrayFieldStart("cookies");
      for (String cookie : cookies.split(";", -1)) {
        int equals = cookie.indexOf('=');
        json.writeStartArray();
        value(cookie.substring(0, Math.max(0, equals)).strip(), 0);
        value(cookie.substring(equals + 1).strip(), 0);
        json.writeEndArray();
      }
      json.writeEndArray();
    }

    private void breadcrumbs(List<Breadcrumb> breadcrumbs) throws IOException {
      if (breadcrumbs.isEmpty()) {
        return;
      }
      json.writeObjectFieldStart("breadcrumbs");
      json.writeArrayFieldStart("values");
      for (Breadcrumb breadcrumb : breadcrumbs) {
        json.writeStartObject();
        json.writeStringField("timestamp", time(breadcrumb.timestamp()));
        text("category", breadcrumb.category());
        text("message", breadcrumb.message());
        json.writeStringField("level", breadcrumb.level().wireName());
        tree("data", breadcrumb.data());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    private void text(String name, @Nullable String value) throws IOException {
      if (value != null) {
        json.writeStringField(name, wellFormed(value));
      }
    }

    private void tree(String name, Map<String, ?> values) throws IOException {
      if (!values.isEmpty()) {
        json.writeFieldName(name);
        value(values, 0);
      }
    }

    private void value(@Nullable Object value, int depth) throws IOException {
      if (value == null) {
        json.writeNull();
      } else if (depth > DEPTH) {
        json.writeString("[Too deep]");
      } else if (value instanceof Map<?, ?> map) {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          json.writeFieldName(wellFormed(String.valueOf(entry.getKey())));
          value(entry.getValue(), depth + 1);
        }
        json.writeEndObject();
      } else if (value instanceof Iterable<?> list) {
        json.writeStartArray();
        for (Object item : list) {
          value(item, depth + 1);
        }
        json.writeEndArray();
      } else {
        scalar(value);
      }
    }

    private void scalar(Object value) throws IOException {
      if (value instanceof Integer || value instanceof Long || value instanceof Short) {
        json.writeNumber(((Number) value).longValue());
      } else if (value instanceof Double number && Double.isFinite(number)) {
        json.writeNumber(number);
      } else if (value instanceof Boolean flag) {
        json.writeBoolean(flag);
      } else {
        json.writeString(wellFormed(String.valueOf(value)));
      }
    }

    private static String time(Instant instant) {
      return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
  }

  /** Replaces lone surrogates, which UTF-8 cannot carry, and returns other texts as they are. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }
}
