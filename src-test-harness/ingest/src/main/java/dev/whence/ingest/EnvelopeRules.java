package dev.whence.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.ingest.check.ClientReportCheck;
import dev.whence.ingest.check.EventCheck;
import dev.whence.ingest.check.HexId;
import dev.whence.ingest.check.StrictJson;
import dev.whence.ingest.check.Timestamps;
import dev.whence.ingest.check.TransactionCheck;
import dev.whence.ingest.http.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the protocol demands of one envelope's headers and items beyond their framing. */
final class EnvelopeRules {
  private static final Set<String> RAW = Set.of("attachment", "replay_recording", "replay_video");
  private static final Set<String> JSON = Set.of(
      "event",
      "transaction",
      "session",
      "sessions",
      "client_report",
      "check_in",
      "profile",
      "profile_chunk",
      "log",
      "trace_metric",
      "feedback",
      "user_report",
      "span",
      "replay_event");
  /** The protocol's limits for the payloads of items. */
  private static final Map<String, Integer> MOST_BYTES =
      Map.of("event", 1 << 20, "transaction", 1 << 20, "client_report", 4 << 10);

  private static final Set<String> ID_REQUIRED =
      Set.of("event", "transaction", "feedback", "attachment");

  private final JsonNode eventId;
  private boolean hasEvent;

  EnvelopeRules(ObjectNode header) throws Refusal {
    this.eventId = header.path("event_id");
    if (header.has("event_id") && !HexId.isEventId(eventId)) {
      throw new Refusal(
          400, "envelope header event_id must be 32 lower-case hex digits, was " + eventId);
    }
    JsonNode trace = header.path("trace");
    if (header.has("trace") && !(trace.has("trace_id") && trace.has("public_key"))) {
      throw new Refusal(
          400, "envelope header trace must have trace_id and public_key, was " + trace);
    }
    JsonNode sentAt = header.path("sent_at");
    if (header.has("sent_at") && !Timestamps.isRfc3339(sentAt)) {
      throw new Refusal(400, "envelope header sent_at must be RFC 3339 in UTC, was " + sentAt);
    }
  }

  /** Checks the next item; {@code name} says which it is. */
  void check(String name, JsonNode type, byte[] payload) throws Refusal {
    String known = type.asText();
    if (!type.isTextual() || !(RAW.contains(known) || JSON.contains(known))) {
      throw new Refusal(400, name + " header must have a type of the protocol, has " + type);
    }
    if (ID_REQUIRED.contains(known) && eventId.isMissingNode()) {
      throw new Refusal(
          400, "envelope header must have an event_id because of an item of type " + known);
    }
    int most = MOST_BYTES.getOrDefault(known, Integer.MAX_VALUE);
    if (payload.length > most) {
      throw new Refusal(
          413, name + " payload has " + payload.length + " bytes, and may have " + most);
    }
    if (JSON.contains(known)) {
      checkJson(name, known, payload);
    }
  }

  private void checkJson(String name, String type, byte[] payload) throws Refusal {
    ObjectNode json = parse(name, payload);
    if (type.equals("event") || type.equals("transaction")) {
      checkOnly(name);
      checkSameId(name, json.path("event_id"));
    }
    List<String> complaints = complaints(type, json);
    if (!complaints.isEmpty()) {
      throw new Refusal(400, complaints);
    }
  }

  private static List<String> complaints(String type, ObjectNode json) {
    return switch (type) {
      case "event" -> EventCheck.complaints(json);
      case "transaction" -> TransactionCheck.complaints(json);
      case "client_report" -> ClientReportCheck.complaints(json);
      default -> List.of();
    };
  }

  private static ObjectNode parse(String name, byte[] payload) throws Refusal {
    for (byte next : payload) {
      if (next == '\r') {
        throw new Refusal(400, name + " payload has a carriage return");
      }
    }
    try {
      return StrictJson.object(payload);
    } catch (IOException broken) {
      throw new Refusal(400, name + " payload " + broken.getMessage());
    }
  }

  private void checkOnly(String name) throws Refusal {
    if (hasEvent) {
      throw new Refusal(400, name + " is a second event or transaction");
    }
    hasEvent = true;
  }

  private void checkSameId(String name, JsonNode id) throws Refusal {
    if (!id.equals(eventId)) {
      throw new Refusal(400, name + " event_id must be the envelope's " + eventId + ", was " + id);
    }
  }
}
