package dev.whence.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import java.time.Instant;
import java.util.Arrays;

/** Makes records and batches of them. */
public final class Records {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.5Z");

  private Records() {}

  public static EventRecord record(String json) {
    return new EventRecord(
        new EventId(0x0123456789abcdefL, 0x0123456789abcdefL),
        Category.ERROR,
        NOON,
        json.getBytes(UTF_8));
  }

  public static Batch batch(String... jsons) {
    return new Batch(Arrays.stream(jsons).map(Records::record).toList());
  }
}
