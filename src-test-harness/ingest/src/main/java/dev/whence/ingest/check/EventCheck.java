package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Says what is wrong with the payload of an event item: all that Sentry's schema forbids, and what
 * the protocol demands beyond it of an event that a Java server sends.
 */
public final class EventCheck {
  private static final Set<String> LEVELS = Set.of("fatal", "error", "warning", "info", "debug");
  private static final int MAX_TAG_CHARS = 200;

  private EventCheck() {}

  /** Returns the complaints, none if the event is as it must be. */
  public static List<String> complaints(ObjectNode event) {
    Complaints complaints = new Complaints();
    checkIdentity(event, complaints);
    checkTrace(event.path("contexts").path("trace"), complaints);
    ExceptionCheck.check(event, complaints);
    checkBreadcrumbs(event.path("breadcrumbs"), complaints);
    checkTags(event.path("tags"), complaints);
    checkRequest(event.path("request"), complaints);
    JsonNode address = event.path("user").path("ip_address");
    complaints.unless(
        !address.asText().equals("{{auto}}"), "user.ip_address must be an address", address);
    SchemaCheck.check(event, complaints);
    return complaints.list();
  }

  private static void checkIdentity(JsonNode event, Complaints complaints) {
    JsonNode id = event.path("event_id");
    complaints.unless(HexId.isEventId(id), "event_id must be 32 lower-case hex digits", id);
    JsonNode timestamp = event.path("timestamp");
    complaints.unless(
        Timestamps.parse(timestamp) != null,
        "timestamp must be RFC 3339 in UTC or seconds since 1970",
        timestamp);
    JsonNode platform = event.path("platform");
    complaints.unless(platform.asText().equals("java"), "platform must be \"java\"", platform);
    JsonNode level = event.path("level");
    complaints.unless(
        isAbsent(level) || LEVELS.contains(level.asText()),
        "level must be fatal, error, warning, info or debug",
        level);
  }

  private static void checkTrace(JsonNode trace, Complaints complaints) {
    checkTraceId(trace, "trace_id", 32, complaints);
    checkTraceId(trace, "span_id", 16, complaints);
    checkTraceId(trace, "parent_span_id", 16, complaints);
  }

  private static void checkTraceId(JsonNode trace, String key, int digits, Complaints complaints) {
    JsonNode id = trace.path(key);
    complaints.unless(
        isAbsent(id) || HexId.isTraceOrSpanId(id, digits),
        "contexts.trace." + key + " must be " + digits + " lower-case hex digits, not all zero",
        id);
  }

  private static void checkBreadcrumbs(JsonNode breadcrumbs, Complaints complaints) {
    JsonNode values = breadcrumbs.isObject() ? breadcrumbs.path("values") : breadcrumbs;
    complaints.unless(
        isAbsent(breadcrumbs) || values.isArray(),
        "breadcrumbs must be an array, or an object with one as its values",
        breadcrumbs);
    Instant latest = Instant.MIN;
    for (JsonNode breadcrumb : values) {
      JsonNode timestamp = breadcrumb.path("timestamp");
      Instant time = Timestamps.parse(timestamp);
      complaints.unless(
          time != null,
          "breadcrumb timestamp must be RFC 3339 in UTC or seconds since 1970",
          timestamp);
      if (time != null) {
        complaints.unless(!time.isBefore(latest), "breadcrumbs must be oldest first", timestamp);
        latest = time;
      }
    }
  }

  private static void checkTags(JsonNode tags, Complaints complaints) {
    complaints.unless(isAbsent(tags) || tags.isObject(), "tags must be an object", tags);
    tags.properties()
        .forEach(tag -> complaints.unless(
            isTagValue(tag.getValue()),
            "tag \"" + tag.getKey() + "\" must be text of at most " + MAX_TAG_CHARS + " characters",
            tag.getValue()));
  }

  private static boolean isTagValue(JsonNode value) {
    return value.isTextual() && value.textValue().length() <= MAX_TAG_CHARS;
  }

  private static void checkRequest(JsonNode request, Complaints complaints) {
    JsonNode url = request.path("url");
    complaints.unless(!url.asText().contains("?"), "request.url must not have a query", url);
    JsonNode headers = request.path("headers");
    complaints.unless(
        isAbsent(headers) || headers.isObject(), "request.headers must be an object", headers);
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
