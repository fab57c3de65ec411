package dev.whence.delivery;

import dev.whence.delivery.retry.Pace;
import dev.whence.guard.OwnLog;
import java.lang.System.Logger;

/** What a lane says in the log. Never throws. */
final class LaneLog {
  private final String lane;
  private final OutageLog outages;

  LaneLog(String lane, Pace pace) {
    this.lane = lane;
    this.outages = new OutageLog("reporter \"" + lane + '"', "its records wait", pace);
  }

  void failed(String fault) {
    outages.failed(fault);
  }

  void worked() {
    outages.worked();
  }

  void failedToClose(Throwable fault) {
    OwnLog.log(
        Logger.Level.WARNING,
        "reporter \"" + lane + "\" failed to close: " + OwnLog.describe(fault));
  }

  void abandoned() {
    OwnLog.log(
        Logger.Level.WARNING,
        "reporter \"" + lane + "\" did not end when told to; its thread is left behind");
  }
}
