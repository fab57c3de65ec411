package dev.whence.delivery;

import java.lang.System.Logger;

/** What a lane says in the log. Never throws. */
final class LaneLog {
  private static final int MAX_TEXT = 300;

  private final String lane;
  private final OutageLog outages;

  LaneLog(String lane, Pace pace) {
    this.lane = lane;
    this.outages = new OutageLog("reporter \"" + lane + '"', "its records wait", pace);
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

  void failed(String fault) {
    outages.failed(fault);
  }

  void worked() {
    outages.worked();
  }

  void failedToClose(Throwable fault) {
    log(Logger.Level.WARNING, "reporter \"" + lane + "\" failed to close: " + describe(fault));
  }

  void abandoned() {
    log(
        Logger.Level.WARNING,
        "reporter \"" + lane + "\" did not end when told to; its thread is left behind");
  }

  static void log(Logger.Level level, String message) {
    try {
      System.getLogger("dev.whence").log(level, message);
    } catch (Throwable unsaid) {
      // a log that cannot be written must not end a lane
    }
  }
}
