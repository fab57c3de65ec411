package dev.whence.journal;

import dev.whence.journal.FileJournal.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The segments of one journal, oldest first, and how much of each holds whole records. Guarded by
 * the journal's lock.
 */
final class Parts {
  private final Deque<Part> parts = new ArrayDeque<>();
  private long bytes;

  private static final class Part {
    private final Segment segment;
    private long size;
    private long lastWrite; // milliseconds since 1970

    Part(Segment segment, long size, long lastWrite) {
      this.segment = segment;
      this.size = size;
      this.lastWrite = lastWrite;
    }
  }

  /** Takes in what a directory holds, and returns the number behind its last record. */
  long read(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Segment> found = files
          .flatMap(file -> Segment.of(file).stream())
          .sorted(Segment.BY_NUMBER)
          .toList();
      for (Segment segment : found) {
        long size = Files.size(segment.file());
        long lastWrite = Files.getLastModifiedTime(segment.file()).toMillis();
        parts.add(new Part(segment, size, lastWrite));
        bytes += size;
      }
    }
    Part newest = parts.peekLast();
    return newest == null ? 0 : cutTail(newest);
  }

  /** Leaves out what a writer that died left behind its last whole record. */
  private long cutTail(Part newest) throws IOException {
    long whole = 0;
    long end = newest.segment.first();
    try (SegmentReader reader = new SegmentReader(newest.segment)) {
      for (StoredFrame frame = reader.next(Long.MAX_VALUE, newest.size);
          frame != null;
          frame = reader.next(Long.MAX_VALUE, newest.size)) {
        end = frame.number() + 1;
        whole = frame.end();
      }
    }
    bytes -= newest.size - whole;
    newest.size = whole;
    if (whole == 0) {
      removeNewest();
      Files.deleteIfExists(newest.segment.file());
    }
    return end;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  boolean holds(Segment segment) {
    return parts.stream().anyMatch(part -> part.segment.equals(segment));
  }

  int count() {
    return parts.size();
  }

  long bytes() {
    return bytes;
  }

  /** Adds an empty segment. */
  void add(Segment segment) {
    parts.add(new Part(segment, 0, System.currentTimeMillis()));
  }

  /** Notes that the newest segment has been written up to {@code size}. */
  void grow(long size) {
    Part newest = parts.getLast();
    bytes += size - newest.size;
    newest.size = size;
    newest.lastWrite = System.currentTimeMillis();
  }

  /** Removes the newest segment, which holds nothing. */
  void removeNewest() {
    parts.removeLast();
  }

  /** Removes the oldest segment and returns it. */
  Segment dropOldest() {
    Part oldest = parts.removeFirst();
    bytes -= oldest.size;
    return oldest.segment;
  }

  /** Says whether the oldest segment was last written before {@code time}. */
  boolean isOldestFrom(Instant time) {
    return !parts.isEmpty() && parts.getFirst().lastWrite < time.toEpochMilli();
  }

  /** Returns the number of the oldest record, {@code end} if there is none. */
  long oldest(long end) {
    return parts.isEmpty() ? end : parts.getFirst().segment.first();
  }

  /** Returns the number behind the oldest segment, {@code end} if that is the only one. */
  long endOfOldest(long end) {
    Iterator<Part> oldest = parts.iterator();
    oldest.next();
    return oldest.hasNext() ? oldest.next().segment.first() : end;
  }

  /** Returns where the records from {@code from} to the one before {@code end} are. */
  List<Extent> extents(long from, long end) {
    List<Extent> extents = new ArrayList<>();
    long limit = end;
    for (Iterator<Part> newest = parts.descendingIterator(); newest.hasNext() && limit > from; ) {
      Part part = newest.next();
      extents.add(0, new Extent(part.segment, part.size, limit));
      limit = part.segment.first();
    }
    return extents;
  }
}
