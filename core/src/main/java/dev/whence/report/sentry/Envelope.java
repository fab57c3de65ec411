package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.event.EventRecord;
import dev.whence.event.Sdk;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Frames one event as a Sentry envelope. */
final class Envelope {
  private Envelope() {}

  static byte[] of(EventRecord record, Instant sentAt) {
    byte[] json = record.json();
    byte[] head = head(record, sentAt).getBytes(UTF_8);
    return ByteBuffer.allocate(head.length + json.length + 1)
        .put(head)
        .put(json)
        .put((byte) '\n')
        .array();
  }

  private static String head(EventRecord record, Instant sentAt) {
    return "{\"event_id\":\"" + record.id()
        + "\",\"sent_at\":\"" + sentAt.truncatedTo(ChronoUnit.MILLIS)
        + "\",\"sdk\":{\"name\":\"" + Sdk.NAME + "\",\"version\":\"" + Sdk.VERSION + "\"}}\n"
        + "{\"type\":\"event\",\"content_type\":\"application/json\",\"length\":"
        + record.json().length + "}\n";
  }
}
