package dev.whence.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.event.EventRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Frames one event as a Sentry envelope. */
final class Envelope {
  static final String SDK_NAME = "whence.java";
  static final String SDK_VERSION = version(Envelope.class.getPackage().getImplementationVersion());

  private Envelope() {}

  private static String version(@Nullable String fromManifest) {
    return fromManifest == null ? "dev" : fromManifest.replaceAll("[^A-Za-z0-9.+-]", "_");
  }

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
        + "\",\"sdk\":{\"name\":\"" + SDK_NAME + "\",\"version\":\"" + SDK_VERSION + "\"}}\n"
        + "{\"type\":\"event\",\"content_type\":\"application/json\",\"length\":"
        + record.json().length + "}\n";
  }
}
