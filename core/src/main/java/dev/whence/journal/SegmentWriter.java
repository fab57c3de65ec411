package dev.whence.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Writes records to the end of one new segment. For one thread at a time.
 *
 * <p>Writes where the last whole record ends, so that one that failed half way is written over. An
 * interrupt closes the channel beneath a write; it is opened again, and the thread stays
 * interrupted.
 */
final class SegmentWriter implements Closeable {
  private final Segment segment;
  private FileChannel channel;
  private long size;

  SegmentWriter(Segment segment) throws IOException {
    this.segment = segment;
    this.channel =
        FileChannel.open(segment.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    OwnerOnly.restrict(segment.file());
  }

  Segment segment() {
    return segment;
  }

  /** Returns where the last whole record ends. */
  long size() {
    return size;
  }

  void write(long number, byte[] frame) throws IOException {
    ByteBuffer record = ByteBuffer.allocate(RecordFormat.HEADER + frame.length);
    RecordFormat.write(segment.salt(), number, frame, record);
    record.flip();
    boolean wasInterrupted = false;
    try {
      while (record.hasRemaining()) {
        try {
          channel.write(record, size + record.position());
        } catch (ClosedByInterruptException interrupt) {
          wasInterrupted |= Thread.interrupted();
          channel = FileChannel.open(segment.file(), StandardOpenOption.WRITE);
        }
      }
      size += record.limit();
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Waits until what was written to {@code segment} is on the device. Not by a channel, which an
   * interrupt would close.
   */
  static void force(Segment segment) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(segment.file().toFile(), "rw")) {
      file.getFD().sync();
    }
  }

  /** Whether its file is where readers look for it. */
  boolean isThere() {
    return Files.exists(segment.file());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
