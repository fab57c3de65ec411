package dev.whence.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one segment in their order and leaves out what is damaged. For one thread.
 *
 * <p>An interrupt closes the channel beneath a read; it is opened again, and the thread stays
 * interrupted.
 */
final class SegmentReader implements Closeable {
  private static final int CHUNK = 64 << 10;

  private final Segment segment;
  private final ByteBuffer header = ByteBuffer.allocate(RecordFormat.HEADER);
  private FileChannel channel;
  private long at;
  private long next;

  SegmentReader(Segment segment) throws IOException {
    this.segment = segment;
    this.channel = FileChannel.open(segment.file(), StandardOpenOption.READ);
    this.next = segment.first();
  }

  Segment segment() {
    return segment;
  }

  /** Goes to the place {@code offset}, where the record {@code number} begins or a later one. */
  void seek(long offset, long number) {
    at = offset;
    next = number;
  }

  /**
   * Reads the next record whose number is less than {@code end}, from the first {@code size} bytes
   * of the file; null if there is none.
   */
  @Nullable
  StoredFrame next(long end, long size) throws IOException {
    while (at + RecordFormat.HEADER <= size) {
      StoredFrame found = at(at, end, size);
      if (found != null) {
        at = found.end();
        next = found.number() + 1;
        return found;
      }
      at = nextMark(at + 1, size);
    }
    return null;
  }

  private @Nullable StoredFrame at(long position, long end, long size) throws IOException {
    if (!fill(header.clear(), position)) {
      return null;
    }
    int mark = header.getInt();
    long number = header.getLong();
    int length = header.getInt();
    int checksum = header.getInt();
    boolean isPlausible = mark == RecordFormat.MARK
        && number >= next
        && number < end
        && length >= 0
        && length <= size - position - RecordFormat.HEADER;
    if (!isPlausible) {
      return null;
    }
    ByteBuffer frame = ByteBuffer.allocate(length);
    return fill(frame, position + RecordFormat.HEADER)
            && RecordFormat.checksum(segment.salt(), number, frame) == checksum
        ? new StoredFrame(number, frame.array(), segment, position + RecordFormat.HEADER + length)
        : null;
  }

  private long nextMark(long from, long size) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long start = from;
    while (start + RecordFormat.HEADER <= size) {
      chunk.clear().limit((int) Math.min(CHUNK, size - start));
      if (!fill(chunk, start)) {
        return size;
      }
      int mark = RecordFormat.nextMark(chunk, 0);
      if (mark >= 0) {
        return start + mark;
      }
      start += chunk.limit() - 3; // a mark may go across
    }
    return size;
  }

  /** Reads as many bytes as {@code buffer} takes; false if the file ends before. */
  private boolean fill(ByteBuffer buffer, long position) throws IOException {
    boolean wasInterrupted = false;
    try {
      while (buffer.hasRemaining()) {
        try {
          if (channel.read(buffer, position + buffer.position()) < 0) {
            return false;
          }
        } catch (ClosedByInterruptException interrupt) {
          wasInterrupted |= Thread.interrupted();
          channel = FileChannel.open(segment.file(), StandardOpenOption.READ);
        }
      }
      buffer.flip();
      return true;
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unclosed) {
      // nothing was written
    }
  }
}
