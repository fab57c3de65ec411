package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says what is wrong with the payload of a client report. */
public final class ClientReportCheck {
  private static final Set<String> REASONS = Set.of(
      "backpressure",
      "before_send",
      "buffer_overflow",
      "cache_overflow",
      "callback_error",
      "event_processor",
      "ignored",
      "insufficient_data",
      "internal_sdk_error",
      "invalid",
      "network_error",
      "no_parent_span",
      "queue_overflow",
      "ratelimit_backoff",
      "sample_rate",
      "send_error");
  private static final Set<String> CATEGORIES = Set.of(
      "attachment",
      "default",
      "error",
      "feedback",
      "log_byte",
      "log_item",
      "monitor",
      "profile",
      "profile_chunk",
      "profile_chunk_ui",
      "replay",
      "session",
      "span",
      "trace_metric",
      "trace_metric_byte",
      "transaction",
      "user_report");

  private ClientReportCheck() {}

  /** Returns the complaints, none if the report is as it must be. */
  public static List<String> complaints(ObjectNode report) {
    Complaints complaints = new Complaints();
    checkKeys("client report", report, Set.of("timestamp", "discarded_events"), complaints);
    JsonNode timestamp = report.path("timestamp");
    complaints.unless(
        Timestamps.parse(timestamp) != null,
        "client report timestamp must be RFC 3339 in UTC or seconds since 1970",
        timestamp);
    JsonNode discarded = report.path("discarded_events");
    complaints.unless(
        discarded.isArray() && discarded.size() > 0,
        "discarded_events must be an array that is not empty",
        discarded);
    Set<String> seen = new HashSet<>();
    for (JsonNode outcome : discarded) {
      checkOutcome(outcome, complaints);
      complaints.unless(
          seen.add(outcome.path("reason") + " " + outcome.path("category")),
          "discarded_events must have each reason and category once",
          outcome);
    }
    return complaints.list();
  }

  private static void checkOutcome(JsonNode outcome, Complaints complaints) {
    checkKeys("outcome", outcome, Set.of("reason", "category", "quantity"), complaints);
    JsonNode reason = outcome.path("reason");
    complaints.unless(
        reason.isTextual() && REASONS.contains(reason.textValue()),
        "reason must be one of the protocol",
        reason);
    JsonNode category = outcome.path("category");
    complaints.unless(
        category.isTextual() && CATEGORIES.contains(category.textValue()),
        "category must be one of the protocol",
        category);
    JsonNode quantity = outcome.path("quantity");
    complaints.unless(
        quantity.isIntegralNumber() && quantity.canConvertToLong() && quantity.longValue() > 0,
        "quantity must be a whole number above zero",
        quantity);
  }

  private static void checkKeys(
      String name, JsonNode object, Set<String> known, Complaints complaints) {
    object
        .fieldNames()
        .forEachRemaining(key -> complaints.unless(
            known.contains(key), name + " must have only " + known + ", has \"" + key + '"'));
  }
}
