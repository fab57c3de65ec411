package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.event.Sdk;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Frames one item as a Sentry envelope. */
final class Envelope {
  private Envelope() {}

  static byte[] of(EventRecord record, Instant sentAt) {
    return of(record, record.json(), "", sentAt);
  }

  /**
   * Frames {@code json} in place of what {@code record} has.
   *
   * @param trace a member of the envelope's header with its comma, or nothing
   */
  static byte[] of(EventRecord record, byte[] json, String trace, Instant sentAt) {
    String type = record.category() == Category.TRANSACTION ? "transaction" : "event";
    return framed("\"event_id\":\"" + record.id() + "\"," + trace, type, json, sentAt);
  }

  /** Frames the JSON of a client report. */
  static byte[] ofReport(byte[] json, Instant sentAt) {
    return framed("", "client_report", json, sentAt);
  }

  /**
   * Frames an item.
   *
   * @param id members of the envelope's header with their commas, or nothing
   */
  private static byte[] framed(String id, String type, byte[] json, Instant sentAt) {
    byte[] head = head(id, type, json.length, sentAt).getBytes(UTF_8);
    return ByteBuffer.allocate(head.length + json.length + 1)
        .put(head)
        .put(json)
        .put((byte) '\n')
        .array();
  }

  private static String head(String id, String type, int length, Instant sentAt) {
    return '{' + id
        + "\"sent_at\":\"" + sentAt.truncatedTo(ChronoUnit.MILLIS)
        + "\",\"sdk\":{\"name\":\"" + Sdk.NAME + "\",\"version\":\"" + Sdk.VERSION + "\"}}\n"
        + "{\"type\":\"" + type + "\",\"content_type\":\"application/json\",\"length\":"
        + length + "}\n";
  }
}
