package dev.whence.limit;

import dev.whence.journal.MonthCount;
import dev.whence.refuse.Refusal;
import java.io.IOException;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How many errors, or transactions, may be recorded in a minute and in a month, where something is
 * paid for each. For the recorder's thread, and those that were given up but go on.
 *
 * <p>A month is one of UTC. Its count is shared by all instances that share a directory for their
 * journals, and written with every few events and at {@link #close}: what dies in between forgets
 * the last few.
 */
public final class Quota {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_UNWRITTEN = 64;

  private final String what;
  private final long perMinute;
  private final String monthKey;
  private final long perMonth;
  private final MonthCount count;
  private final Clock clock;
  private final Logger log;

  private @Nullable Instant minute;
  private long inMinute;
  private @Nullable YearMonth month;
  private long inMonth;
  private long unwritten;
  private int saidPercent;
  private boolean isFaultSaid;

  /**
   * How many of what; {@link Long#MAX_VALUE} is no bound.
   *
   * @param monthKey the setting that the month's comes from
   */
  public record Bounds(String what, long perMinute, String monthKey, long perMonth) {}

  /**
   * Makes the quota of errors; {@link Long#MAX_VALUE} is none.
   *
   * @param count keeps the month's
   */
  public Quota(long perMinute, long perMonth, MonthCount count, Clock clock, Logger log) {
    this(new Bounds("errors", perMinute, "quota-errors-per-month", perMonth), count, clock, log);
  }

  /**
   * Makes a quota.
   *
   * @param count keeps the month's
   */
  public Quota(Bounds bounds, MonthCount count, Clock clock, Logger log) {
    this.what = bounds.what();
    this.perMinute = bounds.perMinute();
    this.monthKey = bounds.monthKey();
    this.perMonth = bounds.perMonth();
    this.count = count;
    this.clock = clock;
    this.log = log;
  }

  /** Says which quota is used up, if any. */
  public synchronized @Nullable Refusal refusal() {
    if (perMonth != Long.MAX_VALUE) {
      enterMonth();
      if (inMonth >= perMonth) {
        return Refusal.QUOTA_MONTH;
      }
    }
    if (perMinute != Long.MAX_VALUE) {
      enterMinute();
      if (inMinute >= perMinute) {
        return Refusal.QUOTA_MINUTE;
      }
    }
    return null;
  }

  /** Notes that one was recorded. */
  public synchronized void recorded() {
    inMinute++;
    if (perMonth != Long.MAX_VALUE) {
      inMonth++;
      unwritten++;
      if (unwritten >= Math.min(MOST_UNWRITTEN, 1 + perMonth / 100)) {
        write();
      }
      say();
    }
  }

  public synchronized void close() {
    if (unwritten > 0) {
      write();
    }
  }

  private void enterMinute() {
    Instant now = clock.instant();
    if (minute == null || now.isBefore(minute) || !now.isBefore(minute.plus(MINUTE))) {
      minute = now;
      inMinute = 0;
    }
  }

  /** Begins another month; a clock set back does not begin an earlier one. */
  private void enterMonth() {
    YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    if (month == null || now.compareTo(month) > 0) {
      close();
      month = now;
      inMonth = 0;
      saidPercent = 0;
      write();
      say();
    }
  }

  private void write() {
    YearMonth current = month;
    if (current == null) {
      return;
    }
    try {
      inMonth = count.add(current, unwritten);
      unwritten = 0;
    } catch (IOException fault) {
      if (!isFaultSaid) {
        isFaultSaid = true;
        log.log(
            Logger.Level.WARNING,
            "the month''s count of {0} cannot be kept in the journal, so a restart forgets it: {1}",
            what,
            String.valueOf(fault));
      }
    }
  }

  private void say() {
    if (inMonth >= perMonth && saidPercent < 100) {
      saidPercent = 100;
      log.log(
          Logger.Level.WARNING,
          "\"{0}\" {1} is used up: {2} are counted and not sent until {3}",
          monthKey,
          perMonth,
          what,
          next());
    } else if (inMonth >= perMonth - perMonth / 5 && saidPercent < 80) {
      saidPercent = 80;
      log.log(
          Logger.Level.WARNING,
          "80 % of \"{0}\" {1} are used; it begins anew on {2}",
          monthKey,
          perMonth,
          next());
    }
  }

  private Object next() {
    YearMonth current = month;
    return current == null ? "" : current.plusMonths(1).atDay(1);
  }
}
