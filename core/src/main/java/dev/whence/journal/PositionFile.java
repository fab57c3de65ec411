package dev.whence.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Where one reader stands: a file with the number of the record that it has to read next and a
 * checksum of it (CRC-32C), both hexadecimal. Written anew beside the old one, which it then
 * replaces at once.
 */
final class PositionFile {
  private static final String NAME = ".position";

  private final Path file;

  PositionFile(Path directory, String reader) {
    this(directory.resolve(name(reader)));
  }

  private PositionFile(Path file) {
    this.file = file;
  }

  private static String name(String reader) {
    return URLEncoder.encode(reader, UTF_8).replace("*", "%2A") + NAME;
  }

  /** Returns those of all readers that there ever were in a directory. */
  static List<PositionFile> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(NAME))
          .map(PositionFile::new)
          .toList();
    }
  }

  boolean isOf(String reader) {
    return file.getFileName().toString().equals(name(reader));
  }

  /** Returns the position that was written last, empty if there is none or it cannot be read. */
  OptionalLong read() {
    try {
      String text = Files.readString(file, US_ASCII);
      int blank = text.indexOf(' ');
      long number = Long.parseUnsignedLong(text.substring(0, Math.max(0, blank)), 16);
      return text.equals(text(number)) ? OptionalLong.of(number) : OptionalLong.empty();
    } catch (IOException | NumberFormatException damaged) {
      return OptionalLong.empty();
    }
  }

  boolean exists() {
    return Files.exists(file);
  }

  void write(long number) throws IOException {
    OwnerOnly.replace(file, text(number));
  }

  private static String text(long number) {
    String digits = "%016x".formatted(number);
    CRC32C sum = new CRC32C();
    sum.update(digits.getBytes(US_ASCII));
    return digits + " %08x%n".formatted((int) sum.getValue()).replace("\r", "");
  }
}
