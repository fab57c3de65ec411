package dev.whence.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a directory to one owner, in this process or another, until it is closed or dies.
 *
 * <p>The lock is one of the operating system. On POSIX a process loses it when it closes the file
 * even by another channel (fcntl(2)), so nobody may open the file whose own process has it locked,
 * be it by another application's class loader: a second file says which process that is.
 */
final class DirectoryLock implements Closeable {
  private static final String LOCK = "lock";
  private static final String OWNER = "owner";

  /**
   * Channels to what somebody else in this process has locked but not yet said so: kept open, since
   * closing one would take the lock away.
   */
  private static final Map<Path, FileChannel> CONTESTED = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final Path owner;

  private DirectoryLock(FileChannel channel, Path owner) {
    this.channel = channel;
    this.owner = owner;
  }

  /** Takes {@code directory}; throws {@link JournalInUseException} if somebody has it. */
  static DirectoryLock of(Path directory) throws IOException {
    Path owner = directory.resolve(OWNER);
    if (isThisProcess(owner)) {
      throw new JournalInUseException(directory);
    }
    Path file = directory.resolve(LOCK).toAbsolutePath();
    FileChannel contested = CONTESTED.remove(file);
    FileChannel channel = contested != null && contested.isOpen()
        ? contested
        : FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock(channel, directory);
      OwnerOnly.restrict(file);
      Files.writeString(owner, process(), US_ASCII);
      OwnerOnly.restrict(owner);
      return new DirectoryLock(channel, owner);
    } catch (OverlappingFileLockException raced) {
      CONTESTED.put(file, channel);
      throw new JournalInUseException(directory);
    } catch (IOException | RuntimeException fault) {
      channel.close();
      throw fault;
    }
  }

  private static void lock(FileChannel channel, Path directory) throws IOException {
    if (channel.tryLock() == null) {
      throw new JournalInUseException(directory);
    }
  }

  private static boolean isThisProcess(Path owner) throws IOException {
    try {
      return Files.readString(owner, US_ASCII).equals(process());
    } catch (NoSuchFileException free) {
      return false;
    }
  }

  /** Names this process among all that this machine or container has run. */
  private static String process() {
    ProcessHandle self = ProcessHandle.current();
    return self.pid() + " " + self.info().startInstant().orElse(Instant.EPOCH);
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(owner);
    } catch (IOException unclosed) {
      // the lock ends with the process
    }
  }
}
