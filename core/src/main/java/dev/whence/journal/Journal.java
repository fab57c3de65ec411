package dev.whence.journal;

import java.io.UncheckedIOException;
import java.util.OptionalLong;

/**
 * An append-only sequence of frames, bounded in bytes. One thread appends; every reader has a
 * {@link Cursor} of its own and never waits for the writer or another reader.
 *
 * <p>When it is full the oldest frames go, read or not; a cursor that had not moved over them
 * counts them as lost. Frames are shared, never copied: nobody may write to one.
 */
public interface Journal extends AutoCloseable {
  /**
   * Appends {@code frame} and returns its sequence number, one more than the number before it; or
   * nothing if the frame alone exceeds the bound or the journal is closed.
   *
   * @throws UncheckedIOException if it could not be written; it is then not in the journal
   */
  OptionalLong append(byte[] frame);

  /**
   * Opens the cursor of the reader {@code name}. It stands where a persistent journal remembers
   * that reader, else behind the newest frame.
   *
   * @throws IllegalArgumentException if that reader has its cursor already
   */
  Cursor cursor(String name);

  /** How many bytes of its bound are in use. */
  long bytes();

  /**
   * Whether the frames that wait at {@link #close} are there again when the journal is reopened.
   */
  boolean isPersistent();

  /** Ends appending and reading. What the cursors count stays as it is. */
  @Override
  void close();
}
