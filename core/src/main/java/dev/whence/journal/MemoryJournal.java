package dev.whence.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal on the heap, gone with the process. Lets go of a frame as soon as every cursor has
 * moved over it. Safe for use by many threads.
 */
public final class MemoryJournal implements Journal {
  /**
   * The bytes that a frame costs on top of its own: its array's header and padding, and up to two
   * slots in the ring.
   */
  public static final int FRAME_OVERHEAD = 40;

  private static final int SMALLEST_RING = 64;

  private final long bound;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by lock; the ring's length is a power of two and frame n lies in slot n modulo length
  private final Map<String, Reader> readers = new HashMap<>();
  private byte[][] ring = new byte[SMALLEST_RING][];
  private long oldest;
  private long end;
  private long bytes;
  private boolean closed;

  /**
   * Makes a journal that holds at most {@code bound} bytes, with {@link #FRAME_OVERHEAD} for each
   * frame.
   */
  public MemoryJournal(long bound) {
    if (bound <= FRAME_OVERHEAD) {
      throw new IllegalArgumentException("bound must be more than the overhead of one frame, "
          + FRAME_OVERHEAD + ", was " + bound);
    }
    this.bound = bound;
  }

  @Override
  public OptionalLong append(byte[] frame) {
    lock.lock();
    try {
      if (closed || cost(frame) > bound) {
        return OptionalLong.empty();
      }
      while (bytes + cost(frame) > bound) {
        dropOldest();
      }
      put(frame);
      if (readers.isEmpty()) {
        dropOldest();
      }
      return OptionalLong.of(end - 1);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Cursor cursor(String name) {
    lock.lock();
    try {
      if (readers.containsKey(name)) {
        throw new IllegalArgumentException("reader \"" + name + "\" has a cursor already");
      }
      Reader reader = new Reader(end);
      readers.put(name, reader);
      return reader;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isPersistent() {
    return false;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ring = new byte[0][];
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }

  private void put(byte[] frame) {
    if (end - oldest == ring.length) {
      byte[][] larger = new byte[ring.length * 2][];
      for (long number = oldest; number < end; number++) {
        larger[slot(number, larger)] = ring[slot(number, ring)];
      }
      ring = larger;
    }
    ring[slot(end, ring)] = frame;
    end++;
    bytes += cost(frame);
  }

  private void dropOldest() {
    int slot = slot(oldest, ring);
    bytes -= cost(ring[slot]);
    ring[slot] = null;
    oldest++;
  }

  private void dropPassed() {
    if (closed) {
      return;
    }
    long passed = end;
    for (Reader reader : readers.values()) {
      passed = Math.min(passed, reader.position);
    }
    while (oldest < passed) {
      dropOldest();
    }
    if (oldest == end && ring.length > SMALLEST_RING) {
      ring = new byte[SMALLEST_RING][];
    }
  }

  private static int slot(long number, byte[][] ring) {
    return (int) number & (ring.length - 1);
  }

  private static long cost(byte[] frame) {
    return (long) frame.length + FRAME_OVERHEAD;
  }

  private final class Reader implements Cursor {
    // guarded by lock
    private long position;
    private int inHand;
    private long lost;

    Reader(long position) {
      this.position = position;
    }

    @Override
    public List<byte[]> next(int maxBytes, int maxCount) {
      lock.lock();
      try {
        move(0);
        List<byte[]> frames = closed ? List.of() : read(maxBytes, maxCount);
        inHand = frames.size();
        return frames;
      } finally {
        lock.unlock();
      }
    }

    private List<byte[]> read(int maxBytes, int maxCount) {
      List<byte[]> frames = new ArrayList<>();
      long sum = 0;
      for (long number = position; number < end && frames.size() < maxCount; number++) {
        byte[] frame = ring[slot(number, ring)];
        sum += frame.length;
        if (sum > maxBytes && !frames.isEmpty()) {
          break;
        }
        frames.add(frame);
      }
      return frames;
    }

    @Override
    public void advance(int count) {
      lock.lock();
      try {
        if (count < 0 || count > inHand) {
          throw new IllegalArgumentException(
              "cannot advance over " + count + " frames, " + inHand + " were returned");
        }
        move(count);
        dropPassed();
      } finally {
        lock.unlock();
      }
    }

    private void move(int count) {
      position += count;
      inHand = 0;
      if (position < oldest) {
        lost += oldest - position;
        position = oldest;
      }
    }

    @Override
    public long waiting() {
      lock.lock();
      try {
        return end - position - lostUnseen();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public long lost() {
      lock.lock();
      try {
        return lost + lostUnseen();
      } finally {
        lock.unlock();
      }
    }

    /** Counts what was evicted behind the frames in hand since the cursor last moved. */
    private long lostUnseen() {
      return Math.max(0, oldest - position - inHand);
    }
  }
}
