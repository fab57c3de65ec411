package dev.whence.journal;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
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

  /**
   * Waits until what was appended so far outlasts a failure of the machine, as far as this kind of
   * journal can do that. Called by the thread that appends.
   *
   * @throws UncheckedIOException if the storage fails
   */
  default void sync() {}

  /** Lets go of frames older than {@code oldest}, at least of whole files of them. */
  default void expire(Instant oldest) {}

  /**
   * Opens journals that others have left behind and whose frames are for the same readers. Each is
   * the caller's from then on, and is to be closed or discarded.
   */
  default List<Journal> orphans() {
    return List.of();
  }

  /**
   * Returns a count by month, as persistent as this journal, that all instances share whose
   * journals are in one place.
   */
  default MonthCount monthCount(String name) {
    return MonthCount.inMemory();
  }

  /**
   * Closes the journal and lets go of all frames, unless there is a reader that has no cursor now
   * and frames waiting.
   */
  default void discard() {
    close();
  }

  /** Ends appending and reading. What the cursors count stays as it is. */
  @Override
  void close();
}
