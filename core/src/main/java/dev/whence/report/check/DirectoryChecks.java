package dev.whence.report.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether files can be kept in a directory. */
public final class DirectoryChecks {
  private static final String USER = "the user " + System.getProperty("user.name");

  private DirectoryChecks() {}

  /**
   * Returns checks of a directory, named {@code <name>-directory} and {@code <name>-space}.
   *
   * @param wantedBytes how much may have to fit into it
   */
  public static List<Check> of(String name, Path directory, long wantedBytes) {
    Path absolute = directory.toAbsolutePath();
    return List.of(
        Check.of(name + "-directory", () -> writable(absolute)),
        Check.of(name + "-space", () -> space(absolute, wantedBytes)));
  }

  /** Tries it out, for permissions do not tell all, and leaves no trace. */
  private static Finding writable(Path directory) {
    Path there = nearest(directory);
    if (!Files.isDirectory(there)) {
      return Finding.fail(
          there + " is a file, no directory", "name another directory, or move that file away");
    }
    try {
      Files.delete(Files.createTempFile(there, ".whence-doctor", null));
    } catch (IOException | SecurityException e) {
      return Finding.fail(
          there + " cannot be written to by " + USER + " (" + e.getClass().getSimpleName() + ')',
          "let the application's user write there, or name another directory");
    }
    return Finding.pass(
        there.equals(directory)
            ? directory + " can be written to by " + USER
            : directory + " can be created in " + there + " by " + USER);
  }

  /** Returns the directory, or what there is of the way to it. */
  private static Path nearest(Path directory) {
    @Nullable Path there = directory;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null ? directory : there;
  }

  private static Finding space(Path directory, long wantedBytes) {
    long free;
    try {
      free = Files.getFileStore(nearest(directory)).getUsableSpace();
    } catch (IOException | SecurityException e) {
      return Finding.skip("the file system does not tell (" + e.getClass().getSimpleName() + ')');
    }
    String text = megabytes(free) + " are free, " + megabytes(wantedBytes) + " may be needed";
    return free < wantedBytes
        ? Finding.warn(text, "make room, or name a directory that has more")
        : Finding.pass(text);
  }

  private static String megabytes(long bytes) {
    return Math.max(1, bytes >> 20) + " MB";
  }
}
