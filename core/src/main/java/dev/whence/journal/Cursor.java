package dev.whence.journal;

import java.util.List;

/**
 * Where one reader stands in a {@link Journal}. Moved by one thread; its counts may be asked for by
 * any.
 *
 * <p>Every frame appended since the cursor was opened is counted once: as moved over, as
 * {@link #waiting} or as {@link #lost}.
 */
public interface Cursor {
  /**
   * Returns the frames behind the cursor's position, oldest first: at most {@code maxCount}, and
   * together at most {@code maxBytes} unless the first alone is larger. Does not move the cursor.
   *
   * <p>These frames are in the reader's hands until its next call of this method or of
   * {@link #advance}; until then they are waiting, even when the journal lets go of them.
   */
  List<byte[]> next(int maxBytes, int maxCount);

  /**
   * Moves over the first {@code count} of the frames that {@link #next} returned, and gives the
   * others back.
   *
   * @throws IllegalArgumentException if {@code next} did not return that many
   */
  void advance(int count);

  /** How many frames the cursor has yet to move over. */
  long waiting();

  /** How many frames were gone before the cursor had moved over them. Never falls. */
  long lost();

  /** How many of the lost ones were gone because of their age. Never falls. */
  default long expired() {
    return 0;
  }
}
