package dev.whence.journal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a {@link FileJournal}. Its name, {@code 00000000000004d2-9f1c33a7.whj}, says the
 * number of its first record and the salt of its checksums, both hexadecimal, so that nothing in it
 * needs to be whole for the rest to be read.
 *
 * @param first the number of its first record
 * @param salt goes into every checksum, so that nobody who can write into an event can write a
 *     record
 */
record Segment(Path file, long first, int salt) {
  static final Comparator<Segment> BY_NUMBER = Comparator.comparingLong(Segment::first);

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})-([0-9a-f]{8})\\.whj");

  static Segment in(Path directory, long first, int salt) {
    return new Segment(directory.resolve("%016x-%08x.whj".formatted(first, salt)), first, salt);
  }

  // Written out: the equals that a record gets by itself (java.lang.runtime.ObjectMethods) leaves a
  // reference to the record's class in the JDK, and so keeps an application's classes that is gone.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Segment segment && segment.file.equals(file);
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }

  /** Returns the segment that {@code file} is by its name, empty if it is something else. */
  static Optional<Segment> of(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() && name.group(1).compareTo("7fffffffffffffff") <= 0
        ? Optional.of(new Segment(
            file, Long.parseLong(name.group(1), 16), Integer.parseUnsignedInt(name.group(2), 16)))
        : Optional.empty();
  }
}
