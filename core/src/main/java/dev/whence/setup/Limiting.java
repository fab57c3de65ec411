package dev.whence.setup;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.journal.Journal;
import dev.whence.limit.Limits;
import dev.whence.limit.Quota;
import dev.whence.limit.Repeats;
import dev.whence.limit.RouteLimit;
import java.lang.System.Logger;
import java.time.Clock;

/** Makes the limits that settings ask for. */
public final class Limiting {
  private Limiting() {}

  /** Returns the limit for request threads. */
  public static RouteLimit ofRoutes(Settings settings) {
    return new RouteLimit(settings.get(Keys.ERRORS_PER_ROUTE), System::nanoTime);
  }

  /** Returns the limits of a recorder whose events go to {@code journal}. */
  public static <T> Limits<T> ofRecorder(Settings settings, Journal journal, Logger log) {
    return new Limits<>(
        new Repeats<>(settings.get(Keys.REPEATS_PER_MINUTE), System::nanoTime),
        new Quota(
            quota(Keys.QUOTA_ERRORS_PER_MINUTE, settings),
            quota(Keys.QUOTA_ERRORS_PER_MONTH, settings),
            journal.monthCount("errors"),
            Clock.systemUTC(),
            log));
  }

  private static long quota(Setting<Integer> key, Settings settings) {
    return settings.find(key).map(Integer::longValue).orElse(Long.MAX_VALUE);
  }
}
