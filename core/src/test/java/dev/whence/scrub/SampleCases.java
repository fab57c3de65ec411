package dev.whence.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whence.event.Body;
import dev.whence.event.Breadcrumb;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.event.Request;
import dev.whence.event.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a case's input into the field of an event where it belongs, and takes it out scrubbed. */
final class SampleCases {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Scrubber SCRUBBER = Scrubber.standard();
  private static final Request EMPTY = new Request("GET", "/", null, Map.of(), null, null, null);

  private SampleCases() {}

  static Object output(String kind, JsonNode input) {
    return switch (kind) {
      case "header" -> headers(input);
      case "cookie" -> shown(request(null, input.asText(), null).cookies());
      case "query" -> shown(request(input.asText(), null, null).query());
      case "form" -> body(Body.Kind.FORM, input.asText());
      case "url" -> url(input.asText());
      case "breadcrumb" -> breadcrumb(input);
      case "user" -> user(input);
      default -> input.isTextual() ? text(kind, input.asText()) : tree(input);
    };
  }

  private static Object headers(JsonNode input) {
    Map<String, String> headers = new LinkedHashMap<>();
    input
        .properties()
        .forEach(field -> headers.put(field.getKey(), field.getValue().asText()));
    return scrubbed(new Request("GET", "/", null, headers, null, null, null)).headers();
  }

  private static Object url(String url) {
    return scrubbed(new Request("GET", url, null, Map.of(), null, null, null)).url();
  }

  private static Object text(String kind, String text) {
    return kind.equals("json")
        ? body(Body.Kind.JSON, text)
        : SCRUBBER.scrub(event().message(text).build()).message().orElseThrow();
  }

  private static Object body(Body.Kind kind, String text) {
    Body body = request(null, null, Body.whole(kind, text)).body();
    return body == null ? "" : body.text();
  }

  private static Object tree(JsonNode input) {
    Object tree = JSON.convertValue(input, Object.class);
    ErrorEvent event = event().context("case", Map.of("tree", tree)).build();
    return SCRUBBER.scrub(event).contexts().getOrDefault("case", Map.of()).getOrDefault("tree", "");
  }

  private static Object breadcrumb(JsonNode input) {
    Map<String, Object> data = new LinkedHashMap<>();
    input
        .path("data")
        .properties()
        .forEach(
            field -> data.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
    String message = input.path("message").asText();
    String category = input.path("category").asText();
    Breadcrumb crumb = new Breadcrumb(Instant.EPOCH, category, message, Level.INFO, data);
    Breadcrumb clean = SCRUBBER
        .scrub(event().breadcrumbs(List.of(crumb)).build())
        .breadcrumbs()
        .get(0);
    return Map.of("category", category, "message", shown(clean.message()), "data", clean.data());
  }

  private static Object user(JsonNode input) {
    User user = User.of(input.get("id").asText())
        .username(input.path("username").asText())
        .email(input.path("email").asText())
        .ipAddress(input.path("ip_address").asText());
    return SCRUBBER.scrub(event().user(user).build()).user().orElseThrow().toString();
  }

  private static Request request(
      @Nullable String query, @Nullable String cookies, @Nullable Body body) {
    return scrubbed(new Request("GET", EMPTY.url(), query, Map.of(), cookies, body, null));
  }

  private static Request scrubbed(Request request) {
    return SCRUBBER.scrub(event().request(request).build()).request().orElseThrow();
  }

  private static ErrorEvent.Builder event() {
    return ErrorEvent.builder(EventId.of(1, 2), Instant.EPOCH);
  }

  private static String shown(@Nullable String text) {
    return text == null ? "" : text;
  }
}
