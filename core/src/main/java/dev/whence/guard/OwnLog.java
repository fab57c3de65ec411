package dev.whence.guard;

import java.lang.System.Logger;

/** What Whence's own threads say in the log. Never throws. For any thread. */
public final class OwnLog {
  private static final int MAX_TEXT = 300;

  private OwnLog() {}

  public static void log(Logger.Level level, String message) {
    try {
      System.getLogger("dev.whence").log(level, message);
    } catch (Throwable unsaid) {
      // a log that cannot be written must not end a thread
    }
  }

  /** Returns the class and the message of {@code fault}, shortened. */
  public static String describe(Throwable fault) {
    String text;
    try {
      text = String.valueOf(fault);
    } catch (Throwable unreadable) {
      text = fault.getClass().getName();
    }
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
  }
}
