package dev.whence.journal;

/**
 * The frames that a {@link MemoryJournal} holds, by number: a ring of slots that grows with what
 * lies in it. Not safe for use by many threads.
 */
final class FrameRing {
  private static final int SMALLEST = 64;

  // the length is a power of two; frame n lies in slot n modulo length
  private byte[][] slots = new byte[SMALLEST][];
  private long oldest;
  private long end;
  private long bytes;

  static long cost(byte[] frame) {
    return (long) frame.length + MemoryJournal.FRAME_OVERHEAD;
  }

  /** The number of the oldest frame that is held, or {@link #end} if none is. */
  long oldest() {
    return oldest;
  }

  /** The number that the next frame gets. */
  long end() {
    return end;
  }

  /** What the frames that are held cost together. */
  long bytes() {
    return bytes;
  }

  byte[] get(long number) {
    return slots[slot(number, slots)];
  }

  void put(byte[] frame) {
    if (end - oldest == slots.length) {
      grow();
    }
    slots[slot(end, slots)] = frame;
    end++;
    bytes += cost(frame);
  }

  private void grow() {
    byte[][] larger = new byte[slots.length * 2][];
    for (long number = oldest; number < end; number++) {
      larger[slot(number, larger)] = get(number);
    }
    slots = larger;
  }

  void dropOldest() {
    int slot = slot(oldest, slots);
    bytes -= cost(slots[slot]);
    slots[slot] = null;
    oldest++;
    if (oldest == end && slots.length > SMALLEST) {
      slots = new byte[SMALLEST][];
    }
  }

  /**
   * Lets go of every frame and keeps the numbers as they are; the ring is of no use from then on.
   */
  void clear() {
    slots = new byte[0][];
    bytes = 0;
  }

  private static int slot(long number, byte[][] slots) {
    return (int) number & (slots.length - 1);
  }
}
