package dev.whence.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The journals of one owner in one directory, {@code <owner>-1}, {@code <owner>-2} and so on:
 * instances that run at once have one each, in this process or another. Immutable.
 *
 * @param owner what those have in common who may read each other's frames
 * @param bound how many bytes a journal's segments may have together
 */
public record JournalRoot(Path directory, String owner, long bound) {
  private static final int MOST_INSTANCES = 64;

  /**
   * Opens the first journal that nobody else has open, so that the next start goes on with what the
   * last one left.
   *
   * @throws IOException if none can be read and written
   */
  public FileJournal claim() throws IOException {
    for (int number = 1; ; number++) {
      try {
        return FileJournal.open(journal(number), bound, this);
      } catch (JournalInUseException taken) {
        if (number == MOST_INSTANCES) {
          throw taken;
        }
      }
    }
  }

  /** Returns where journals may be. */
  List<Path> journals() {
    return IntStream.rangeClosed(1, MOST_INSTANCES).mapToObj(this::journal).toList();
  }

  private Path journal(int number) {
    return directory.resolve(owner + '-' + number);
  }

  /** Opens those but {@code own} that hold something and that nobody has open. */
  List<Journal> orphans(Path own) {
    List<Journal> found = new ArrayList<>();
    for (Path orphan : journals()) {
      try {
        if (!orphan.equals(own) && holdsSegments(orphan)) {
          found.add(FileJournal.open(orphan, bound));
        }
      } catch (IOException taken) {
        // somebody has it open, or it cannot be read, which the next look may find mended
      }
    }
    return found;
  }

  private static boolean holdsSegments(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> Segment.of(file).isPresent());
    }
  }
}
