package dev.whence.matrix.container;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps containers from logging each failure that a test makes on purpose. */
final class QuietLogs {
  /** Held, since java.util.logging forgets loggers, and what was set on them. */
  private static final List<Logger> SILENCED =
      List.of(Logger.getLogger("org.apache"), Logger.getLogger("org.eclipse.jetty"));

  /** Held like those; tests that care add handlers of their own. */
  private static final Logger OURS = Logger.getLogger("dev.whence");

  static {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    OURS.setUseParentHandlers(false);
  }

  private QuietLogs() {}

  static void ensure() {
    // Loading the class did it.
  }
}
