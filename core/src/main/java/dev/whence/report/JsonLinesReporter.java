package dev.whence.report;

import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.event.Category;
import dev.whence.event.EventRecord;
import dev.whence.report.check.Check;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends each record to a file as one line of JSON.
 *
 * <p>At a bound of its size the file is renamed to its name with {@code .1} behind it, in place of
 * the one before. Where the file system knows owners, the file is for its owner alone. One process
 * may write to a file.
 */
public final class JsonLinesReporter implements Reporter {
  private static final Set<OpenOption> APPEND =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

  private final Path path;
  private final long maxBytes;

  // guarded by this
  private @Nullable FileChannel channel;
  private boolean closed;

  private JsonLinesReporter(Path path, long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be positive, was " + maxBytes);
    }
    this.path = path.toAbsolutePath();
    this.maxBytes = maxBytes;
  }

  /** Returns a reporter with the default bound. The file is opened with the first record. */
  public static JsonLinesReporter to(Path path) {
    Settings defaults = Settings.load(List.of(Keys.JSON_LINES_BYTES), List.of());
    return to(path, defaults.get(Keys.JSON_LINES_BYTES));
  }

  /**
   * Returns a reporter. The file is opened with the first record.
   *
   * @param maxBytes the size that the file does not pass, unless one batch is larger
   */
  public static JsonLinesReporter to(Path path, long maxBytes) {
    return new JsonLinesReporter(path, maxBytes);
  }

  @Override
  public String name() {
    return "json-lines";
  }

  @Override
  public Set<Category> categories() {
    return EnumSet.allOf(Category.class);
  }

  @Override
  public Outcome report(Batch batch) throws IOException {
    byte[] lines = lines(batch);
    FileChannel file = open();
    long size = file.size();
    if (size > 0 && size + lines.length > maxBytes) {
      rotate();
      file = open();
    }
    try {
      write(file, lines);
    } catch (IOException e) {
      release(false);
      throw e;
    }
    return batch.accepted();
  }

  private static byte[] lines(Batch batch) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (EventRecord record : batch.records()) {
      for (byte next : record.json()) {
        // a line break in JSON can only be layout
        lines.write(next == '\n' || next == '\r' ? ' ' : next);
      }
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  /** Writes all or, where the disk is full, nothing. */
  private static void write(FileChannel file, byte[] lines) throws IOException {
    long start = file.size();
    ByteBuffer buffer = ByteBuffer.wrap(lines);
    try {
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    } catch (IOException e) {
      if (file.isOpen() && buffer.position() > 0) {
        file.truncate(start);
      }
      throw e;
    }
  }

  private void rotate() throws IOException {
    release(false);
    Path older = path.resolveSibling(path.getFileName() + ".1");
    Files.move(path, older, StandardCopyOption.REPLACE_EXISTING);
  }

  private synchronized FileChannel open() throws IOException {
    if (closed) {
      throw new IOException(path + ": closed");
    }
    if (channel != null && channel.isOpen() && Files.exists(path)) {
      return channel;
    }
    release(false);
    createParent();
    FileChannel opened = FileChannel.open(path, APPEND, ownerOnly("rw-------"));
    channel = opened;
    return opened;
  }

  private void createParent() throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent, ownerOnly("rwx------"));
    }
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  @Override
  public void close() {
    release(true);
  }

  private synchronized void release(boolean forGood) {
    closed |= forGood;
    FileChannel open = channel;
    channel = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // written it is; nothing else can be done
    }
  }

  /** Builds the reporter where a path is set, and makes sure that it can be written. */
  public static final class Provider implements ReporterProvider {
    @Override
    public List<Reporter> create(Settings settings) {
      return settings.find(Keys.JSON_LINES_PATH).stream()
          .map(path -> reporter(path, settings))
          .toList();
    }

    @Override
    public List<List<Check>> checks(Settings settings) {
      return settings.find(Keys.JSON_LINES_PATH).stream()
          .map(path -> JsonLinesChecks.of(path, settings.get(Keys.JSON_LINES_BYTES)))
          .toList();
    }

    private static Reporter reporter(Path path, Settings settings) {
      JsonLinesReporter reporter = to(path, settings.get(Keys.JSON_LINES_BYTES));
      if (Files.isDirectory(path)) {
        throw settings.error(Keys.JSON_LINES_PATH, "is a folder: add the name of a file in it");
      }
      try {
        reporter.open();
      } catch (IOException e) {
        String reason = e.getClass().getSimpleName();
        throw settings.error(
            Keys.JSON_LINES_PATH,
            "cannot be written to (" + reason
                + "): use a file that this process may create or append to");
      }
      return reporter;
    }
  }
}
