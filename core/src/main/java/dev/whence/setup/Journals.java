package dev.whence.setup;

import dev.whence.config.ConfigException;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.JournalMode;
import dev.whence.journal.FileJournal;
import dev.whence.journal.Journal;
import dev.whence.journal.JournalRoot;
import dev.whence.journal.MemoryJournal;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.util.List;

/** Opens the journal that settings ask for. */
public final class Journals {
  private static final int SMALLEST_OF_TRACES = 1 << 16;

  private Journals() {}

  /**
   * Returns the mode that {@code settings} ask for.
   *
   * @throws ConfigException if it needs a directory and there is none
   */
  public static JournalMode mode(Settings settings) {
    boolean hasDirectory = settings.find(Keys.JOURNAL_DIR).isPresent();
    JournalMode mode = settings
        .find(Keys.JOURNAL_MODE)
        .orElse(hasDirectory ? JournalMode.DISK : JournalMode.MEMORY);
    if (mode != JournalMode.MEMORY && !hasDirectory) {
      throw settings.error(Keys.JOURNAL_MODE, "name a directory for it, journal-dir");
    }
    return mode;
  }

  /**
   * Opens a journal. Where its directory cannot be used, that is said and the journal is in memory:
   * events are worth more than their safety.
   */
  public static Journal open(Settings settings, JournalMode mode, Logger log) {
    int bound = settings.get(Keys.JOURNAL_BYTES);
    Path directory = settings.find(Keys.JOURNAL_DIR).orElse(null);
    if (mode == JournalMode.MEMORY || directory == null) {
      return new MemoryJournal(bound);
    }
    long usable = Math.max(FileJournal.SMALLEST, bound);
    try {
      return new JournalRoot(directory, receivers(settings), usable).claim();
    } catch (IOException e) {
      log.log(
          Logger.Level.WARNING,
          "\"journal-dir\" {0} cannot be used, so events wait in memory and end with the"
              + " process{1}: {2}; let the user who runs the application write there",
          directory,
          mode.isDurable() ? ", and no capture returns an ID" : "",
          e);
      return new MemoryJournal(bound);
    }
  }

  /** Opens the journal of what is no error: in memory, since it is not worth the disk. */
  public static Journal ofTraces(Settings settings) {
    return new MemoryJournal(Math.max(SMALLEST_OF_TRACES, settings.get(TraceKeys.BYTES)));
  }

  /** Names where events go, so that applications with one directory do not send each other's. */
  private static String receivers(Settings settings) {
    return "%08x"
        .formatted(List.of(
                settings.find(Keys.DSN).orElse(""),
                String.valueOf(settings.find(Keys.PROJECT_DSNS).orElse(null)),
                settings.get(Keys.ENVIRONMENT))
            .hashCode());
  }
}
