package dev.whence.delivery;

import dev.whence.delivery.retry.Pace;
import dev.whence.guard.OwnLog;
import java.lang.System.Logger;
import java.time.Duration;

/**
 * Says in the log, once each, that something broke and that it works again, and that no more than
 * once a minute. Never throws. One thread at a time.
 */
final class OutageLog {
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final String subject;
  private final String meanwhile;
  private final Pace pace;
  private boolean isBreakSaid;
  private long quietUntil;

  /** Speaks of {@code subject} and of what becomes of events {@code meanwhile}. */
  OutageLog(String subject, String meanwhile, Pace pace) {
    this.subject = subject;
    this.meanwhile = meanwhile;
    this.pace = pace;
    this.quietUntil = pace.nanoTime();
  }

  /** Says that it fails, unless that was said or the last such line is too fresh. */
  void failed(String fault) {
    long now = pace.nanoTime();
    if (!isBreakSaid && now - quietUntil >= 0) {
      isBreakSaid = true;
      quietUntil = now + QUIET;
      OwnLog.log(Logger.Level.WARNING, subject + " fails, " + meanwhile + ": " + fault);
    }
  }

  /** Says that it works again, if it was said that it fails. */
  void worked() {
    if (isBreakSaid) {
      isBreakSaid = false;
      OwnLog.log(Logger.Level.INFO, subject + " works again");
    }
  }
}
