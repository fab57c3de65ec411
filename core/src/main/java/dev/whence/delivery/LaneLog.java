package dev.whence.delivery;

import java.lang.System.Logger;
import java.time.Duration;

/**
 * What a lane says in the log: once that delivery broke, once that it works again, and that no more
 * than once a minute. Never throws.
 */
final class LaneLog {
  private static final long QUIET = Duration.ofMinutes(1).toNanos();
  private static final int MAX_TEXT = 300;

  private final String lane;
  private final Pace pace;

  // whoever calls failed and worked: one thread at a time
  private boolean isBreakSaid;
  private long quietUntil;

  LaneLog(String lane, Pace pace) {
    this.lane = lane;
    this.pace = pace;
    this.quietUntil = pace.nanoTime();
  }

  /** Returns the class and the message of {@code fault}, shortened. */
  static String describe(Throwable fault) {
    String text;
    try {
      text = String.valueOf(fault);
    } catch (Throwable unreadable) {
      text = fault.getClass().getName();
    }
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
  }

  /** Says that delivery fails, unless that was said or the last such line is too fresh. */
  void failed(String fault) {
    long now = pace.nanoTime();
    if (!isBreakSaid && now - quietUntil >= 0) {
      isBreakSaid = true;
      quietUntil = now + QUIET;
      log(Logger.Level.WARNING, "reporter \"" + lane + "\" fails, its records wait: " + fault);
    }
  }

  /** Says that delivery works again, if it was said that it fails. */
  void worked() {
    if (isBreakSaid) {
      isBreakSaid = false;
      log(Logger.Level.INFO, "reporter \"" + lane + "\" works again");
    }
  }

  void failedToClose(Throwable fault) {
    log(Logger.Level.WARNING, "reporter \"" + lane + "\" failed to close: " + describe(fault));
  }

  void abandoned() {
    log(
        Logger.Level.WARNING,
        "reporter \"" + lane + "\" did not end when told to; its thread is left behind");
  }

  private static void log(Logger.Level level, String message) {
    try {
      System.getLogger("dev.whence").log(level, message);
    } catch (Throwable unsaid) {
      // a log that cannot be written must not end a lane
    }
  }
}
