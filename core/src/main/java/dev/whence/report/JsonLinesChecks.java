package dev.whence.report;

import dev.whence.report.check.Check;
import dev.whence.report.check.DirectoryChecks;
import dev.whence.report.check.Finding;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Whether the file of JSON lines can be written, without creating it. */
final class JsonLinesChecks {
  private JsonLinesChecks() {}

  static List<Check> of(Path path, long maxBytes) {
    Path file = path.toAbsolutePath();
    Path parent = file.getParent();
    List<Check> directory = parent == null // the root, which is no file, as the check says
        ? List.of()
        : DirectoryChecks.of("json-lines", parent, 2 * maxBytes);
    Check itself = Check.of("json-lines-file", () -> writable(file));
    return Stream.concat(directory.stream(), Stream.of(itself)).toList();
  }

  private static Finding writable(Path file) {
    if (Files.isDirectory(file)) {
      return Finding.fail(
          file + " is a directory",
          "add the name of a file to \"json-lines-path\", such as " + file.resolve("events.jsonl"));
    }
    if (!Files.exists(file)) {
      return Finding.pass(file + " will be created");
    }
    try (FileChannel opened = FileChannel.open(file, StandardOpenOption.APPEND)) {
      return Finding.pass(file + " has " + opened.size() + " bytes and can be appended to");
    } catch (IOException | SecurityException e) {
      return Finding.fail(
          file + " cannot be appended to (" + e.getClass().getSimpleName() + ')',
          "let the application's user write to it, or name another file");
    }
  }
}
