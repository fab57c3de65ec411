package dev.whence.encode;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whence.event.Body;
import dev.whence.event.Request;
import dev.whence.event.Sdk;
import dev.whence.event.User;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what errors and transactions have in common. For one thread. */
final class CommonJson {
  private static final int TAG_LENGTH = 200;

  private final JsonGenerator json;
  private final JsonValues values;

  CommonJson(JsonGenerator json) {
    this.json = json;
    this.values = new JsonValues(json);
  }

  /** The payload's limit for a tag's name and value is 200 characters each. */
  void tags(Map<String, String> tags) throws IOException {
    Map<String, String> shown = new LinkedHashMap<>();
    tags.forEach((name, value) -> shown.putIfAbsent(cut(name), cut(value)));
    values.tree("tags", shown);
  }

  private static String cut(String text) {
    return text.length() <= TAG_LENGTH ? text : text.substring(0, TAG_LENGTH);
  }

  void sdk() throws IOException {
    json.writeObjectFieldStart("sdk");
    json.writeStringField("name", Sdk.NAME);
    json.writeStringField("version", Sdk.VERSION);
    json.writeEndObject();
  }

  void user(@Nullable User user) throws IOException {
    if (user == null) {
      return;
    }
    json.writeObjectFieldStart("user");
    values.text("id", user.id());
    values.text("username", user.username());
    values.text("email", user.email());
    values.text("ip_address", user.ipAddress());
    if (user.tenant() != null) {
      values.tree("data", Map.of("tenant", user.tenant()));
    }
    json.writeEndObject();
  }

  void request(@Nullable Request request) throws IOException {
    if (request == null) {
      return;
    }
    json.writeObjectFieldStart("request");
    values.text("method", request.method());
    values.text("url", request.url());
    values.text("query_string", request.query());
    values.tree("headers", request.headers());
    cookies(request.cookies());
    Body body = request.body();
    values.text("data", body == null || body.text().isEmpty() ? null : body.text());
    if (request.remoteAddress() != null) {
      values.tree("env", Map.of("REMOTE_ADDR", request.remoteAddress()));
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
      values.value(cookie.substring(0, Math.max(0, equals)).strip());
      values.value(cookie.substring(equals + 1).strip());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
