package dev.whence.report.sentry;

import dev.whence.event.Category;
import dev.whence.report.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Remembers for how long a receiver wants to be spared, by category. Goes by time that passes, not
 * by the date, so that no clock that is set holds a category for ever. For one thread.
 */
final class RateLimits {
  private static final Duration UNSAID = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");

  private final Timepiece time;
  private final Map<Category, Long> ends = new EnumMap<>(Category.class);

  RateLimits(Timepiece time) {
    this.time = time;
  }

  /** Takes note of what an answer asks for. */
  void read(HttpAnswer answer) {
    Optional<String> header = answer.header("X-Sentry-Rate-Limits");
    header.ifPresent(this::readLimits);
    if (header.isEmpty() && answer.status() == 429) {
      hold(EnumSet.allOf(Category.class), retryAfter(answer).orElse(UNSAID));
    }
  }

  /**
   * Takes note that a record of {@code category} was one too many, and returns how long it has to
   * wait: a while, too, where the answer limits other categories only.
   */
  Duration refused(Category category) {
    if (waitFor(category).isZero()) {
      hold(EnumSet.of(category), UNSAID);
    }
    return waitFor(category);
  }

  /** Returns how long records of {@code category} have to wait, zero if they may be sent. */
  Duration waitFor(Category category) {
    Long end = ends.get(category);
    long left = end == null ? 0 : end - time.nanoTime();
    if (left <= 0) {
      ends.remove(category); // so that no difference is ever large enough to overflow
      return Duration.ZERO;
    }
    return Duration.ofNanos(left);
  }

  /**
   * Returns what the header {@code Retry-After} says, in seconds or as a date, unless it is now or
   * past.
   */
  Optional<Duration> retryAfter(HttpAnswer answer) {
    return answer
        .header("Retry-After")
        .flatMap(text -> seconds(text).or(() -> untilDate(text, answer)))
        .filter(wait -> !wait.isZero() && !wait.isNegative());
  }

  /** Counts from the date of the answer where it has one, since clocks differ. */
  private Optional<Duration> untilDate(String text, HttpAnswer answer) {
    Instant here = time.instant();
    Instant now =
        answer.header("Date").flatMap(date -> HttpDates.parse(date, here)).orElse(here);
    return HttpDates.parse(text, here).map(date -> bounded(Duration.between(now, date)));
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

  private void hold(Set<Category> categories, Duration wait) {
    long end = time.nanoTime() + wait.toNanos();
    categories.forEach(category -> ends.merge(category, end, (a, b) -> a - b > 0 ? a : b));
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
