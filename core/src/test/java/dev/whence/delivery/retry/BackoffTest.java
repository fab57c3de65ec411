package dev.whence.delivery.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration BASE = Duration.ofMillis(500);
  private static final Duration CAP = Duration.ofSeconds(60);

  @Test
  void doublesItsCeilingUpToTheCap() {
    Backoff backoff = new Backoff(BASE, CAP, StubPace.frozen());

    assertThat(next(backoff, 10))
        .extracting(Duration::toMillis)
        .containsExactly(
            500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 32_000L, 60_000L, 60_000L, 60_000L);
  }

  @Test
  void startsAnewWhenReset() {
    Backoff backoff = new Backoff(BASE, CAP, StubPace.frozen());
    next(backoff, 10);

    backoff.reset();

    assertThat(backoff.next()).hasMillis(500);
  }

  @Test
  void waitsAnythingFromJustAboveZeroToTheCeiling() {
    Backoff backoff = new Backoff(BASE, CAP, Pace.SYSTEM);
    next(backoff, 10);

    assertThat(next(backoff, 10_000))
        .allMatch(wait -> wait.compareTo(Duration.ZERO) > 0)
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(60)) <= 0)
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(6)) < 0)
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(54)) > 0);
  }

  @Test
  void doesNotOverflowWithAnyBaseAndCap() {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    Backoff backoff = new Backoff(Duration.ofDays(40_000), ages, StubPace.frozen());

    assertThat(next(backoff, 10)).allMatch(wait -> wait.compareTo(Duration.ZERO) > 0);
  }

  private static List<Duration> next(Backoff backoff, int count) {
    return Stream.generate(backoff::next).limit(count).toList();
  }
}
