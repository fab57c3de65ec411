package dev.whence.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.whence.delivery.retry.StubPace;
import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Records that are told apart by a number. */
final class Records {
  static final Instant TIME = StubPace.START;

  private Records() {}

  static EventRecord record(int number) {
    return record(number, 0);
  }

  /** Returns a record whose JSON has {@code padding} bytes more than it needs. */
  static EventRecord record(int number, int padding) {
    byte[] json = ("{\"n\":" + number + '}' + " ".repeat(padding)).getBytes(UTF_8);
    return new EventRecord(EventId.of(number, ~number), Category.ERROR, TIME, json);
  }

  static List<Integer> numbers(Batch batch) {
    return batch.records().stream().map(Records::number).toList();
  }

  static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static int number(EventRecord record) {
    String json = new String(record.json(), UTF_8);
    return Integer.parseInt(json.substring(5, json.indexOf('}')));
  }
}
