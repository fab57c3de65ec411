package dev.whence.matrix.engine;

import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * Keeps engines and containers from writing down each failure that a behaviour makes on purpose.
 * They still log, since Whence learns from Jersey's log what else cannot be seen.
 */
final class QuietEngines {
  private static final Logger ROOT = Logger.getLogger("");

  static {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
  }

  private QuietEngines() {}

  static void ensure() {
    // Loading the class did it.
  }
}
