package dev.whence.report.sentry;

import dev.whence.report.check.Finding;
import java.time.Duration;
import java.time.Instant;

/** Compares this machine's clock with that of a receiver, which rejects what is too far off. */
final class ClockFindings {
  private static final Duration SUSPICIOUS = Duration.ofSeconds(60);
  private static final Duration FATAL = Duration.ofHours(1);
  private static final String REMEDY =
      "set this machine's clock, or the receiver's (NTP): receivers misplace or drop events that"
          + " seem to be of another time";

  private ClockFindings() {}

  /**
   * Compares.
   *
   * @param date an answer's header {@code Date}
   * @param now when it came, by this machine's clock
   */
  static Finding of(String date, Instant now) {
    return HttpDates.parse(date, now)
        .map(there -> apart(Duration.between(there, now)))
        .orElseGet(() -> Finding.skip("the answer does not tell the receiver's time"));
  }

  private static Finding apart(Duration ahead) {
    Duration apart = ahead.abs();
    String text = "this machine's clock is " + words(apart)
        + (ahead.isNegative() ? " behind" : " ahead of") + " the receiver's";
    if (apart.compareTo(SUSPICIOUS) < 0) {
      return Finding.pass("the clocks agree, within a minute");
    }
    return apart.compareTo(FATAL) < 0 ? Finding.warn(text, REMEDY) : Finding.fail(text, REMEDY);
  }

  private static String words(Duration time) {
    return time.compareTo(FATAL) < 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
  }
}
