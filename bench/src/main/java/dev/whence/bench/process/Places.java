package dev.whence.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Where things are. */
final class Places {
  private Places() {}

  /** Returns the folder of what the build makes: that of the jar, or of the classes. */
  static Path target() {
    try {
      Path own = Path.of(
          Places.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Objects.requireNonNull(own.getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns an empty directory, which {@link #remove} is to be called for. */
  static Path scratch() throws IOException {
    return Files.createTempDirectory("whence-bench");
  }

  static void remove(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> {
        try {
          Files.delete(path);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }
}
