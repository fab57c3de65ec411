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
 * How many errors may be recorded in a minute and in a month, where something is paid for each. For
 * the recorder's thread, and those that were given up but go on.
 *
 * <p>A month is one of UTC. Its count is shared by all instances that share a directory for their
 * journals, and written with every few events and at {@link #close}: what dies in between forgets
 * the last few.
 */
public final class Quota {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_UNWRITTEN = 64;

  private final long perMinute;
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
   * Makes a quota; {@link Long#MAX_VALUE} is none.
   *
   * @param count keeps the month's
   */
  public Quota(long perMinute, long perMonth, MonthCount count, Clock clock, Logger log) {
    this.perMinute = perMinute;
    this.perMonth = perMonth;
    this.count = count;
    this.clock = clock;
    this.log = log;
  }

  /** Says which quota is used up, if any. */
  @Nullable
  synchronized Refusal refusal() {
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

  /** Notes that an error was recorded. */
  synchronized void recorded() {
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

  synchronized void close() {
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
            "the month''s count of errors cannot be kept in the journal, so a restart forgets it:"
                + " {0}",
            String.valueOf(fault));
      }
    }
  }

  private void say() {
    if (inMonth >= perMonth && saidPercent < 100) {
      saidPercent = 100;
      log.log(
          Logger.Level.WARNING,
          "\"quota-errors-per-month\" {0} is used up: errors are counted and not sent until {1}",
          perMonth,
          next());
    } else if (inMonth >= perMonth - perMonth / 5 && saidPercent < 80) {
      saidPercent = 80;
      log.log(
          Logger.Level.WARNING,
          "80 % of \"quota-errors-per-month\" {0} are used; it begins anew on {1}",
          perMonth,
          next());
    }
  }

  private Object next() {
    YearMonth current = month;
    return current == null ? "" : current.plusMonths(1).atDay(1);
  }
}
