package dev.whence.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.journal.FileJournal;
import dev.whence.journal.Journal;
import dev.whence.journal.JournalRoot;
import dev.whence.journal.MonthCount;
import dev.whence.refuse.Refusal;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaTest {
  private static final long NONE = Long.MAX_VALUE;

  @TempDir
  Path directory;

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final List<String> said = new ArrayList<>();

  private final Clock clock = new Clock() {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  };

  private final Logger log = new Logger() {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
      said.add(text);
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... values) {
      said.add(MessageFormat.format(format, values));
    }
  };

  private Quota quota(long perMinute, long perMonth, MonthCount count) {
    return new Quota(perMinute, perMonth, count, clock, log);
  }

  /** Records as many of {@code count} errors as the quota allows, and returns how many. */
  private static int record(Quota quota, int count) {
    int recorded = 0;
    for (int i = 0; i < count; i++) {
      if (quota.refusal() == null) {
        quota.recorded();
        recorded++;
      }
    }
    return recorded;
  }

  private FileJournal claim() throws IOException {
    return new JournalRoot(directory, "shop", 1 << 20).claim();
  }

  @Test
  void allowsAMinutesErrorsInAMinute() {
    Quota quota = quota(5, NONE, MonthCount.inMemory());
    assertThat(record(quota, 9)).isEqualTo(5);
    assertThat(quota.refusal()).isEqualTo(Refusal.QUOTA_MINUTE);

    now = now.plusSeconds(59);
    assertThat(record(quota, 9)).isZero();

    now = now.plusSeconds(1);
    assertThat(record(quota, 9)).isEqualTo(5);
  }

  @Test
  void aClockSetBackDoesNotCloseTheMinuteForEver() {
    Quota quota = quota(5, NONE, MonthCount.inMemory());
    assertThat(record(quota, 9)).isEqualTo(5);

    now = now.minus(Duration.ofDays(300));

    assertThat(record(quota, 9)).isEqualTo(5);
  }

  @Test
  void warnsAtEightyPercentOfTheMonthAndAtItsEndOnceEach() {
    Quota quota = quota(NONE, 10, MonthCount.inMemory());
    assertThat(record(quota, 7)).isEqualTo(7);
    assertThat(said).isEmpty();

    assertThat(record(quota, 100)).isEqualTo(3);

    assertThat(quota.refusal()).isEqualTo(Refusal.QUOTA_MONTH);
    assertThat(said)
        .containsExactly(
            "80 % of \"quota-errors-per-month\" 10 are used; it begins anew on 2026-12-01",
            "\"quota-errors-per-month\" 10 is used up: errors are counted and not sent until"
                + " 2026-12-01");
  }

  @Test
  void beginsAnewWithAMonthOfUtcButNotWithAClockSetBack() {
    Quota quota = quota(NONE, 10, MonthCount.inMemory());
    assertThat(record(quota, 100)).isEqualTo(10);

    now = Instant.parse("2026-10-31T23:59:59Z");
    assertThat(record(quota, 100)).isZero();

    now = Instant.parse("2026-12-01T00:00:00Z");
    assertThat(record(quota, 100)).isEqualTo(10);
  }

  @Test
  void goesOnAfterARestart() throws Exception {
    try (Journal journal = claim()) {
      Quota quota = quota(NONE, 1_000, journal.monthCount("errors"));
      assertThat(record(quota, 601)).isEqualTo(601);
      quota.close();
    }

    try (Journal journal = claim()) {
      assertThat(record(quota(NONE, 1_000, journal.monthCount("errors")), 1_000))
          .isEqualTo(399);
    }
  }

  @Test
  void whatDiesForgetsAFewAtMost() throws Exception {
    try (Journal journal = claim()) {
      assertThat(record(quota(NONE, 10_000, journal.monthCount("errors")), 601)).isEqualTo(601);
    }

    try (Journal journal = claim()) {
      assertThat(record(quota(NONE, 10_000, journal.monthCount("errors")), 10_000))
          .isBetween(9_399, 9_399 + 64);
    }
  }

  @Test
  void isSharedByInstancesThatRunAtOnce() throws Exception {
    try (Journal one = claim();
        Journal two = claim()) {
      Quota left = quota(NONE, 100, one.monthCount("errors"));
      Quota right = quota(NONE, 100, two.monthCount("errors"));
      assertThat(record(left, 40)).isEqualTo(40);

      int allowed = record(right, 100);

      assertThat(allowed).isBetween(60, 62);
      assertThat(record(left, 100)).isBetween(0, 2);
    }
  }

  @Test
  void aDamagedCountIsNone() throws Exception {
    try (FileJournal journal = claim()) {
      Files.writeString(
          directory.resolve("shop-1").resolve("errors"), "2026-11 é9999999999999999999");

      assertThat(record(quota(NONE, 10, journal.monthCount("errors")), 100)).isEqualTo(10);
    }
  }

  @Test
  void isKeptInMemoryWhereItCannotBeWrittenWhichIsSaidOnce() {
    Quota quota = quota(NONE, 10, (month, more) -> {
      throw new IOException("disk full");
    });

    assertThat(record(quota, 100)).isEqualTo(10);
    assertThat(said)
        .filteredOn(line -> line.contains("disk full"))
        .singleElement()
        .asString()
        .startsWith("the month's count of errors cannot be kept in the journal");
  }
}
