package dev.whence.journal;

import dev.whence.journal.FileJournal.Extent;
import dev.whence.journal.FileJournal.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A cursor of a {@link FileJournal}. Reads from the files without the journal's lock, so that the
 * writer does not wait for it.
 *
 * <p>A record that is damaged, or gone with its file, counts as waiting until the cursor passes it,
 * and as lost from then on.
 */
final class FileCursor implements Cursor {
  private final FileJournal journal;
  private final PositionFile file;
  private final ReentrantLock lock;

  // guarded by the journal's lock
  private long position;
  private long lost;
  private long expired;
  private List<StoredFrame> inHand = List.of();
  private @Nullable StoredFrame passed;
  private boolean isRemembered;

  // of the reading thread, closed by any
  private volatile @Nullable SegmentReader reader;

  /** Opens the cursor where {@code file} says. Called with the journal's lock held. */
  FileCursor(FileJournal journal, PositionFile file, ReentrantLock lock) {
    this.journal = journal;
    this.file = file;
    this.lock = lock;
    long newest = journal.end();
    long start = file.read().orElse(file.exists() ? journal.oldest() : newest);
    this.position = Math.max(journal.oldest(), Math.min(start, newest));
    remember(position);
  }

  /** Returns the number of the next record to pass. Called with the lock held. */
  long position() {
    return position;
  }

  @Override
  public List<byte[]> next(int maxBytes, int maxCount) {
    View view = view();
    List<StoredFrame> found = read(view, maxBytes, maxCount);
    lock.lock();
    try {
      inHand = found;
      if (found.isEmpty()) {
        lost += view.end() - position; // nothing there can be read
        position = view.end();
      }
      return found.stream().map(StoredFrame::frame).toList();
    } finally {
      lock.unlock();
    }
  }

  private View view() {
    lock.lock();
    try {
      move(0);
      return journal.isClosed() ? View.nothing(position) : journal.view(position);
    } finally {
      lock.unlock();
    }
  }

  private List<StoredFrame> read(View view, int maxBytes, int maxCount) {
    List<StoredFrame> found = new ArrayList<>();
    try {
      for (Extent extent : view.extents()) {
        if (!read(extent, view.from(), maxBytes, maxCount, found)) {
          break;
        }
      }
      return found;
    } catch (IOException fault) {
      forgetReader();
      throw new UncheckedIOException(fault);
    }
  }

  /** Reads on from {@code extent}; false if no more is to be read. */
  private boolean read(
      Extent extent, long from, int maxBytes, int maxCount, List<StoredFrame> found)
      throws IOException {
    SegmentReader in = open(extent.segment());
    if (in == null) {
      return true; // its file is gone, and what was in it is lost
    }
    long bytes = found.stream().mapToLong(one -> one.frame().length).sum();
    while (found.size() < maxCount) {
      StoredFrame frame = in.next(extent.end(), extent.size());
      if (frame == null) {
        return true;
      }
      if (frame.number() >= from) {
        bytes += frame.frame().length;
        if (bytes > maxBytes && !found.isEmpty()) {
          return false;
        }
        found.add(frame);
      }
    }
    return false;
  }

  /** Returns what reads {@code segment} from the cursor's position on, null if it is gone. */
  private @Nullable SegmentReader open(Segment segment) throws IOException {
    SegmentReader open = reader;
    if (open == null || !open.segment().equals(segment)) {
      forgetReader();
      try {
        open = new SegmentReader(segment);
      } catch (NoSuchFileException gone) {
        return null;
      }
      reader = open;
    }
    StoredFrame last = passed;
    if (last != null && last.segment().equals(segment)) {
      open.seek(last.end(), last.number() + 1);
    } else {
      open.seek(0, segment.first());
    }
    return open;
  }

  private void forgetReader() {
    SegmentReader open = reader;
    reader = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void advance(int count) {
    long now;
    lock.lock();
    try {
      if (count < 0 || count > inHand.size()) {
        throw new IllegalArgumentException(
            "cannot advance over " + count + " frames, " + inHand.size() + " were returned");
      }
      move(count);
      journal.moved();
      now = position;
    } finally {
      lock.unlock();
    }
    if (count > 0) {
      remember(now);
    }
  }

  private void remember(long now) {
    boolean isWritten = false;
    try {
      file.write(now);
      isWritten = true;
    } catch (IOException unwritten) {
      // the next move or record tries again; a process that dies first reads some frames twice
    }
    lock.lock();
    try {
      isRemembered = isWritten;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes the position if that failed last, before a record is there that an old position, or
   * none, would pass over. Called with the lock held.
   */
  void rememberAtLast() {
    if (!isRemembered) {
      remember(position);
    }
  }

  /** Passes {@code count} of the frames in hand. Called with the lock held. */
  private void move(int count) {
    if (count > 0) {
      StoredFrame last = inHand.get(count - 1);
      lost += last.number() + 1 - position - count; // damaged ones among them
      position = last.number() + 1;
      passed = last;
    }
    inHand = List.of();
    long evicted = Math.max(0, journal.oldest() - position);
    lost += evicted;
    position += evicted;
  }

  @Override
  public long waiting() {
    lock.lock();
    try {
      return journal.end() - position - lostUnseen();
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

  @Override
  public long expired() {
    lock.lock();
    try {
      return expired;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the records before {@code number} go. Called with the lock held, before it. */
  void expire(long number) {
    expired += Math.max(0, number - Math.max(held(), journal.oldest()));
  }

  /** Counts what was evicted behind the frames in hand since the cursor last moved. */
  private long lostUnseen() {
    return Math.max(0, journal.oldest() - held());
  }

  /** Returns the number behind the frames in hand, else the position. */
  private long held() {
    return inHand.isEmpty() ? position : inHand.get(inHand.size() - 1).number() + 1;
  }

  /** Lets the files go. */
  void close() {
    forgetReader();
  }
}
