package dev.whence.report.sentry;

import dev.whence.event.Category;
import dev.whence.report.http.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Remembers for how long a receiver wants to be spared, by category. For one thread. */
final class RateLimits {
  private static final Duration UNSAID = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{0,9})?");

  private final InstantSource clock;
  private final Map<Category, Instant> ends = new EnumMap<>(Category.class);

  RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes note of what {@code answer} to a record of {@code category} asks for. */
  void read(HttpAnswer answer, Category category) {
    answer.header("X-Sentry-Rate-Limits").ifPresent(this::readLimits);
    if (answer.status() == 429 && waitFor(category).isZero()) {
      hold(EnumSet.allOf(Category.class), retryAfter(answer).orElse(UNSAID));
    }
  }

  /** Returns how long records of {@code category} have to wait, zero if they may be sent. */
  Duration waitFor(Category category) {
    Instant now = clock.instant();
    Instant end = ends.getOrDefault(category, now);
    return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
  }

  /**
   * Returns what the header {@code Retry-After} says, in seconds or as a date, unless it is now.
   */
  Optional<Duration> retryAfter(HttpAnswer answer) {
    return answer
        .header("Retry-After")
        .flatMap(text -> seconds(text).or(() -> untilDate(text)))
        .filter(wait -> !wait.isZero());
  }

  private Optional<Duration> untilDate(String text) {
    try {
      Instant date =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), date);
      return Optional.of(wait.isNegative() ? Duration.ZERO : bounded(wait));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void readLimits(String header) {
    for (String limit : header.split(",", -1)) {
      if (!limit.isBlank()) {
        List<String> parts = List.of(limit.split(":", -1));
        String categories = parts.size() > 1 ? parts.get(1) : "";
        hold(categories(categories), seconds(parts.get(0)).orElse(UNSAID));
      }
    }
  }

  /** Returns the categories named that we know; all of them where none is named. */
  private static Set<Category> categories(String list) {
    List<String> names = Arrays.stream(list.split(";", -1))
        .map(String::strip)
        .filter(n -> !n.isEmpty())
        .toList();
    Set<Category> known = EnumSet.allOf(Category.class);
    known.removeIf(category -> !names.isEmpty() && !names.contains(category.wireName()));
    return known;
  }

  private void hold(Set<Category> categories, Duration time) {
    Instant end = clock.instant().plus(time);
    categories.forEach(category -> ends.merge(category, end, (a, b) -> a.isAfter(b) ? a : b));
  }

  private static Optional<Duration> seconds(String text) {
    String number = text.strip();
    if (!NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    double millis = Math.ceil(Double.parseDouble(number) * 1000);
    return Optional.of(bounded(Duration.ofMillis((long) millis)));
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
