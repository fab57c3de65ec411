package dev.whence.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A journal in files, there again after the process has died: what {@link #append} has returned for
 * is with the operating system. Safe for use by many threads, of which one appends and one moves
 * each cursor.
 *
 * <p>The directory holds segments of records ({@link Segment}, {@link RecordFormat}), of which the
 * oldest goes when the journal is full, for each reader a {@link PositionFile}, and a lock. Damaged
 * records count as lost for every reader that has yet to pass them.
 */
public final class FileJournal implements Journal {
  /** The smallest bound of a journal, in bytes. */
  public static final int SMALLEST = 1 << 10;

  private static final int SEGMENTS = 16;
  private static final long LARGEST_SEGMENT = 4 << 20;

  private final Path directory;
  private final long bound;
  private final DirectoryLock owner;
  private final @Nullable JournalRoot root;
  private final SecureRandom salts = new SecureRandom();
  private final ReentrantLock lock = new ReentrantLock();

  // guarded by lock
  private final Parts parts = new Parts();
  private final Map<String, FileCursor> cursors = new HashMap<>();
  private @Nullable SegmentWriter writer;
  private long end;
  private final Deque<Segment> unforced = new ArrayDeque<>();
  private boolean closed;

  private FileJournal(Path directory, long bound, DirectoryLock owner, @Nullable JournalRoot root) {
    this.directory = directory;
    this.bound = bound;
    this.owner = owner;
    this.root = root;
  }

  /**
   * Opens the journal in {@code directory}, which is made if it is not there, and which nobody else
   * may have open.
   *
   * @param bound how many bytes its segments may have together
   * @throws JournalInUseException if somebody else has it open
   * @throws IOException if it cannot be read or written
   */
  public static FileJournal open(Path directory, long bound) throws IOException {
    return open(directory, bound, null);
  }

  static FileJournal open(Path directory, long bound, @Nullable JournalRoot root)
      throws IOException {
    if (bound < SMALLEST) {
      throw new IllegalArgumentException("bound must be at least " + SMALLEST + ", was " + bound);
    }
    DirectoryLock owner = DirectoryLock.of(OwnerOnly.directory(directory));
    FileJournal journal = new FileJournal(directory, bound, owner, root);
    try {
      journal.end = journal.parts.read(directory);
      return journal;
    } catch (IOException | RuntimeException fault) {
      owner.close();
      throw fault;
    }
  }

  /** Returns where it is. */
  Path directory() {
    return directory;
  }

  @Override
  public OptionalLong append(byte[] frame) {
    long cost = RecordFormat.HEADER + (long) frame.length;
    lock.lock();
    try {
      if (closed || cost > bound) {
        return OptionalLong.empty();
      }
      makeRoom(cost);
      SegmentWriter out = writer(cost);
      out.write(end, frame);
      cursors.values().forEach(FileCursor::rememberAtLast);
      parts.grow(out.size());
      return OptionalLong.of(end++);
    } catch (IOException fault) {
      forsake();
      throw new UncheckedIOException(fault);
    } finally {
      lock.unlock();
    }
  }

  private void makeRoom(long cost) {
    while (parts.bytes() + cost > bound) {
      dropOldest();
    }
  }

  /** Returns the writer of the newest segment, which is a new one if that has no room. */
  private SegmentWriter writer(long cost) throws IOException {
    long room = Math.min(LARGEST_SEGMENT, Math.max(SMALLEST, bound / SEGMENTS));
    SegmentWriter current = writer;
    if (current != null
        && current.isThere()
        && (current.size() == 0 || current.size() + cost <= room)) {
      return current;
    }
    closeWriter();
    Segment segment = Segment.in(directory, end, salts.nextInt());
    SegmentWriter made = create(segment);
    writer = made;
    parts.add(segment);
    return made;
  }

  /** Creates a segment, and the directory if somebody has removed it. */
  private SegmentWriter create(Segment segment) throws IOException {
    try {
      return new SegmentWriter(segment);
    } catch (NoSuchFileException removed) {
      OwnerOnly.directory(directory);
      return new SegmentWriter(segment);
    }
  }

  /** Lets the segment go that could not be written, so that the next record begins another. */
  private void forsake() {
    SegmentWriter broken = writer;
    closeWriter();
    if (broken != null && broken.size() == 0) {
      parts.removeNewest();
      deleteQuietly(broken.segment());
    }
  }

  private void closeWriter() {
    SegmentWriter current = writer;
    writer = null;
    if (current != null) {
      unforced.add(current.segment());
      if (unforced.size() > SEGMENTS) {
        unforced.removeFirst(); // gone by now, or nobody asks
      }
      try {
        current.close();
      } catch (IOException unclosed) {
        // what was written is with the operating system
      }
    }
  }

  /** Lets go of the segments that every cursor has passed, but for the newest. */
  private void dropPassed() {
    long passed = end;
    for (FileCursor cursor : cursors.values()) {
      passed = Math.min(passed, cursor.position());
    }
    while (parts.count() > 1 && parts.endOfOldest(end) <= passed) {
      dropOldest();
    }
  }

  private void dropOldest() {
    Segment oldest = parts.dropOldest();
    if (parts.isEmpty()) {
      closeWriter();
    }
    deleteQuietly(oldest);
  }

  private static void deleteQuietly(Segment segment) {
    try {
      Files.deleteIfExists(segment.file());
    } catch (IOException kept) {
      // it is there again at the next start, when every reader has passed it
    }
  }

  @Override
  public void sync() {
    List<Segment> written;
    lock.lock();
    try {
      written = new ArrayList<>(unforced);
      unforced.clear();
      if (writer != null) {
        written.add(writer.segment());
      }
      written.removeIf(segment -> !parts.holds(segment)); // those that were let go of
    } finally {
      lock.unlock();
    }
    try { // without the lock, which readers need
      for (Segment segment : written) {
        SegmentWriter.force(segment);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void expire(Instant oldest) {
    lock.lock();
    try {
      while (!closed && parts.isOldestFrom(oldest)) {
        long next = parts.endOfOldest(end);
        cursors.values().forEach(cursor -> cursor.expire(next));
        dropOldest();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Journal> orphans() {
    return root == null ? List.of() : root.orphans(directory);
  }

  @Override
  public MonthCount monthCount(String name) {
    return new MonthFile(name, directory, root == null ? List.of() : root.journals());
  }

  @Override
  public void discard() {
    lock.lock();
    try {
      boolean isNeeded = closed || isAwaitedByOthers();
      while (!isNeeded && !parts.isEmpty()) {
        dropOldest();
      }
      close();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Cursor cursor(String name) {
    lock.lock();
    try {
      if (cursors.containsKey(name)) {
        throw new IllegalArgumentException("reader \"" + name + "\" has a cursor already");
      }
      FileCursor cursor = new FileCursor(this, new PositionFile(directory, name), lock);
      cursors.put(name, cursor);
      return cursor;
    } finally {
      lock.unlock();
    }
  }

  /** Returns what may be read from the record {@code from} on. Called with the lock held. */
  View view(long from) {
    return new View(from, end, parts.extents(from, end));
  }

  /** Returns the number of the oldest record. Called with the lock held. */
  long oldest() {
    return parts.oldest(end);
  }

  /** Returns the number that the next record gets. Called with the lock held. */
  long end() {
    return end;
  }

  /** Called with the lock held. */
  boolean isClosed() {
    return closed;
  }

  /** Notes that a cursor has moved. Called with the lock held. */
  void moved() {
    if (!closed) {
      dropPassed();
    }
  }

  @Override
  public long bytes() {
    lock.lock();
    try {
      return parts.bytes();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  /** Says whether a reader without a cursor has not read everything. */
  private boolean isAwaitedByOthers() {
    try {
      return PositionFile.in(directory).stream()
          .filter(position -> cursors.keySet().stream().noneMatch(position::isOf))
          .anyMatch(position -> position.read().orElse(0) < end);
    } catch (IOException unknown) {
      return true;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        closeWriter();
        cursors.values().forEach(FileCursor::close);
        owner.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The first {@code size} bytes of a segment, whose records have numbers less than {@code end}.
   */
  record Extent(Segment segment, long size, long end) {}

  /** What may be read: the records from {@code from} to the one before {@code end}. */
  record View(long from, long end, List<Extent> extents) {
    static View nothing(long from) {
      return new View(from, from, List.of());
    }
  }
}
