package dev.whence.delivery;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a frame of the journal: ID (16 bytes), category (1), time (8 for the seconds, 4 for
 * the nanoseconds), all big-endian, and the JSON up to the end.
 */
final class RecordFrame {
  private static final int HEADER = 16 + 1 + 8 + 4;

  private RecordFrame() {}

  static byte[] encode(EventRecord record) {
    Instant time = record.time();
    return ByteBuffer.allocate(HEADER + record.json().length)
        .putLong(record.id().high())
        .putLong(record.id().low())
        .put(code(record.category()))
        .putLong(time.getEpochSecond())
        .putInt(time.getNano())
        .put(record.json())
        .array();
  }

  /** Reads {@code frames} up to the first that {@link #encode} cannot have written. */
  static List<EventRecord> decode(List<byte[]> frames) {
    List<EventRecord> records = new ArrayList<>(frames.size());
    for (byte[] frame : frames) {
      EventRecord record = decode(frame);
      if (record == null) {
        break;
      }
      records.add(record);
    }
    return records;
  }

  private static @Nullable EventRecord decode(byte[] frame) {
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    try {
      EventId id = new EventId(buffer.getLong(), buffer.getLong());
      Category category = category(buffer.get());
      Instant time = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
      byte[] json = new byte[buffer.remaining()];
      buffer.get(json);
      return category == null ? null : new EventRecord(id, category, time, json);
    } catch (BufferUnderflowException | DateTimeException | ArithmeticException unreadable) {
      return null;
    }
  }

  private static @Nullable Category category(byte code) {
    for (Category category : Category.values()) {
      if (code(category) == code) {
        return category;
      }
    }
    return null;
  }

  /** Returns what stands for {@code category} in a frame: never changed, never used again. */
  private static byte code(Category category) {
    return switch (category) {
      case ERROR -> 1;
      case TRANSACTION -> 2;
      case STATISTICS -> 3;
    };
  }
}
