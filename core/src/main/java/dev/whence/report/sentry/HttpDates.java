package dev.whence.report.sentry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates of HTTP in the three forms that RFC 9110, section 5.6.7, has for them. The name of
 * the weekday is not compared with the date.
 */
final class HttpDates {
  private static final String DAY_NAME = "[A-Za-z]{3,9},? +";
  private static final String TIME = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})";
  private static final String ZONE = " (?:GMT|UTC)";

  /** As in {@code Sun, 06 Nov 1994 08:49:37 GMT}, the only one that is sent today. */
  private static final Pattern FIXED = Pattern.compile(
      DAY_NAME + "(?<day>[0-9]{1,2}) (?<month>[A-Za-z]{3}) (?<year>[0-9]{4}) " + TIME + ZONE);

  /** As in {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
  private static final Pattern RFC_850 = Pattern.compile(
      DAY_NAME + "(?<day>[0-9]{2})-(?<month>[A-Za-z]{3})-(?<year>[0-9]{2}) " + TIME + ZONE);

  /** As in {@code Sun Nov 6 08:49:37 1994}, what asctime makes in C. */
  private static final Pattern ASCTIME = Pattern.compile(
      DAY_NAME + "(?<month>[A-Za-z]{3}) (?<day>[ 0-9][0-9]) " + TIME + " (?<year>[0-9]{4})");

  private static final List<Pattern> FORMS = List.of(FIXED, RFC_850, ASCTIME);
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final int YEARS_AHEAD = 50;

  private HttpDates() {}

  /**
   * Returns what {@code text} says, empty if that is no date.
   *
   * @param now to tell the century of a year of two digits: none is more than 50 years ahead
   */
  static Optional<Instant> parse(String text, Instant now) {
    for (Pattern form : FORMS) {
      Matcher date = form.matcher(text.strip());
      if (date.matches()) {
        return read(date, now);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> read(Matcher date, Instant now) {
    int year = number(date, "year");
    boolean isShort = date.group("year").length() == 2;
    try {
      LocalDateTime latest = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusYears(YEARS_AHEAD);
      int century = latest.getYear() - latest.getYear() % 100;
      LocalDateTime read = time(date, isShort ? century + year : year);
      if (isShort && read.isAfter(latest)) {
        read = time(date, century - 100 + year);
      }
      return Optional.of(read.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noSuchDate) {
      return Optional.empty();
    }
  }

  private static LocalDateTime time(Matcher date, int year) {
    int month = MONTHS.indexOf(date.group("month")) + 1;
    int second = number(date, "second");
    if (second > 60) {
      throw new DateTimeException("a minute has at most 61 seconds, not " + second);
    }
    return LocalDateTime.of(
            year, month, number(date, "day"), number(date, "hour"), number(date, "minute"))
        .plusSeconds(second);
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group).strip());
  }
}
