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

  private final long bound;
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by lock
  private final Map<String, Reader> readers = new HashMap<>();
  private final FrameRing frames = new FrameRing();
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
      if (closed || FrameRing.cost(frame) > bound) {
        return OptionalLong.empty();
      }
      while (frames.bytes() + FrameRing.cost(frame) > bound) {
        frames.dropOldest();
      }
      frames.put(frame);
      dropPassed();
      return OptionalLong.of(frames.end() - 1);
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
      Reader reader = new Reader(frames.end());
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
      return frames.bytes();
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
      frames.clear();
    } finally {
      lock.unlock();
    }
  }

  private void dropPassed() {
    long passed = frames.end();
    for (Reader reader : readers.values()) {
      passed = Math.min(passed, reader.position);
    }
    while (frames.oldest() < passed) {
      frames.dropOldest();
    }
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
        List<byte[]> found = closed ? List.of() : read(maxBytes, maxCount);
        inHand = found.size();
        return found;
      } finally {
        lock.unlock();
      }
    }

    private List<byte[]> read(int maxBytes, int maxCount) {
      List<byte[]> found = new ArrayList<>();
      long sum = 0;
      for (long number = position; number < frames.end() && found.size() < maxCount; number++) {
        byte[] frame = frames.get(number);
        sum += frame.length;
        if (sum > maxBytes && !found.isEmpty()) {
          break;
        }
        found.add(frame);
      }
      return found;
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
        if (!closed) {
          dropPassed();
        }
      } finally {
        lock.unlock();
      }
    }

    private void move(int count) {
      position += count;
      inHand = 0;
      long evicted = Math.max(0, frames.oldest() - position);
      lost += evicted;
      position += evicted;
    }

    @Override
    public long waiting() {
      lock.lock();
      try {
        return frames.end() - position - lostUnseen();
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
      return Math.max(0, frames.oldest() - position - inHand);
    }
  }
}
