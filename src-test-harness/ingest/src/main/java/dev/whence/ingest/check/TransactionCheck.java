package dev.whence.ingest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the payload of a transaction. */
public final class TransactionCheck {
  private static final int MOST_SPANS = 1_000;
  private static final Set<String> STATUSES = Set.of(
      "ok",
      "cancelled",
      "unknown_error",
      "invalid_argument",
      "deadline_exceeded",
      "not_found",
      "already_exists",
      "permission_denied",
      "resource_exhausted",
      "failed_precondition",
      "aborted",
      "out_of_range",
      "unimplemented",
      "internal_error",
      "unavailable",
      "data_loss",
      "unauthenticated");
  private static final Set<String> SOURCES =
      Set.of("custom", "url", "route", "view", "component", "task");

  private final Complaints complaints = new Complaints();
  private final ObjectNode transaction;
  private final JsonNode trace;

  private TransactionCheck(ObjectNode transaction) {
    this.transaction = transaction;
    this.trace = transaction.at("/contexts/trace");
  }

  /** Returns the complaints, none if the transaction is as it must be. */
  public static List<String> complaints(ObjectNode transaction) {
    return new TransactionCheck(transaction).check();
  }

  private List<String> check() {
    complaints.unless(
        transaction.path("type").asText().equals("transaction"),
        "type must be \"transaction\"",
        transaction.path("type"));
    complaints.unless(
        !transaction.path("transaction").asText().isEmpty(), "transaction must have a name");
    JsonNode source = transaction.at("/transaction_info/source");
    complaints.unless(
        SOURCES.contains(source.asText()),
        "transaction_info.source must be of the protocol",
        source);
    complaints.unless(
        HexId.isTraceOrSpanId(trace.path("trace_id"), 32),
        "contexts.trace.trace_id must be 32 lower-case hex digits",
        trace.path("trace_id"));
    complaints.unless(!trace.path("op").asText().isEmpty(), "contexts.trace must have an op");
    checkPart("contexts.trace", trace, transaction);
    checkMeasurements();
    checkSpans();
    return complaints.list();
  }

  /** Checks what the whole and each span have alike. */
  private void checkPart(String name, JsonNode ids, JsonNode times) {
    complaints.unless(
        HexId.isTraceOrSpanId(ids.path("span_id"), 16),
        name + ".span_id must be 16 lower-case hex digits",
        ids.path("span_id"));
    JsonNode status = ids.path("status");
    complaints.unless(
        STATUSES.contains(status.asText()), name + ".status must be of the protocol", status);
    @Nullable Instant start = Timestamps.parse(times.path("start_timestamp"));
    @Nullable Instant end = Timestamps.parse(times.path("timestamp"));
    complaints.unless(
        start != null && end != null && !end.isBefore(start),
        name + " must have times, and not end before it starts",
        times.path("start_timestamp"));
  }

  private void checkMeasurements() {
    for (JsonNode measurement : transaction.path("measurements")) {
      complaints.unless(
          measurement.path("value").isNumber() && measurement.path("unit").isTextual(),
          "a measurement must have a number and a unit",
          measurement);
    }
  }

  private void checkSpans() {
    JsonNode spans = transaction.path("spans");
    complaints.unless(
        spans.isMissingNode() || (spans.isArray() && spans.size() <= MOST_SPANS),
        "spans must be an array of at most " + MOST_SPANS + ", has " + spans.size());
    Set<String> ids = new HashSet<>(Set.of(trace.path("span_id").asText()));
    for (JsonNode span : spans) {
      complaints.unless(
          ids.add(span.path("span_id").asText()), "a span_id must be there once", span);
    }
    for (JsonNode span : spans) {
      checkPart("span", span, span);
      complaints.unless(
          span.path("trace_id").equals(trace.path("trace_id")),
          "a span must be of its transaction's trace",
          span.path("trace_id"));
      complaints.unless(
          ids.contains(span.path("parent_span_id").asText()),
          "a span's parent must be the transaction or a span of it",
          span.path("parent_span_id"));
    }
  }
}
