package dev.whence.setup;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.journal.Journal;
import dev.whence.limit.Limits;
import dev.whence.limit.Quota;
import dev.whence.limit.Repeats;
import dev.whence.limit.RouteLimit;
import dev.whence.limit.TokenBuckets;
import java.lang.System.Logger;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes the limits that settings ask for. */
public final class Limiting {
  private Limiting() {}

  /** Returns the limit for request threads. */
  public static RouteLimit ofRoutes(Settings settings) {
    return new RouteLimit(settings.get(Keys.ERRORS_PER_ROUTE), System::nanoTime);
  }

  /** Returns the limit of traces that are kept though they were not to be; null for none at all. */
  public static @Nullable TokenBuckets ofTail(Settings settings) {
    int perMinute = settings.get(TraceKeys.TAIL_PER_MINUTE);
    return perMinute == 0 ? null : new TokenBuckets(1, perMinute, System::nanoTime);
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

  /** Returns the quota of transactions. */
  public static Quota ofTransactions(Settings settings, Journal journal, Logger log) {
    return new Quota(
        new Quota.Bounds(
            "traces",
            Long.MAX_VALUE,
            TraceKeys.QUOTA_PER_MONTH.key(),
            quota(TraceKeys.QUOTA_PER_MONTH, settings)),
        journal.monthCount("transactions"),
        Clock.systemUTC(),
        log);
  }

  private static long quota(Setting<Integer> key, Settings settings) {
    return settings.find(key).map(Integer::longValue).orElse(Long.MAX_VALUE);
  }
}
