package dev.whence.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Repeats<String> repeats = new Repeats<>(3, nanos::get);

  /** Notes as many failures and returns how many pass. */
  private int passing(String key, int count) {
    int passed = 0;
    for (int i = 0; i < count; i++) {
      String example = key + i;
      passed += repeats.isHeldBack(key, () -> example) ? 0 : 1;
    }
    return passed;
  }

  @Test
  void holdsBackWhatRepeatsItselfAndSumsItUpWhenTheMinuteIsOver() {
    assertThat(passing("a", 10)).isEqualTo(3);
    assertThat(passing("b", 3)).isEqualTo(3);
    assertThat(repeats.take(false)).isEmpty();
    assertThat(repeats.nanosToNext()).isEqualTo(MINUTE);

    nanos.addAndGet(MINUTE);

    assertThat(repeats.nanosToNext()).isZero();
    assertThat(repeats.take(false)).containsExactly(new Repeats.Summary<>("a3", 7));
    assertThat(repeats.take(false)).isEmpty();
    assertThat(repeats.nanosToNext()).isEqualTo(Long.MAX_VALUE);
    assertThat(passing("a", 10)).isEqualTo(3);
  }

  @Test
  void sumsUpAMinuteThatEndsWithTheNextFailure() {
    assertThat(passing("a", 5)).isEqualTo(3);
    nanos.addAndGet(MINUTE + 1);

    assertThat(passing("a", 1)).isEqualTo(1);

    assertThat(repeats.take(false)).containsExactly(new Repeats.Summary<>("a3", 2));
  }

  @Test
  void sumsUpEverythingAtTheEnd() {
    assertThat(passing("a", 5) + passing("b", 4) + passing("c", 1)).isEqualTo(7);

    assertThat(repeats.take(true))
        .containsExactlyInAnyOrder(new Repeats.Summary<>("a3", 2), new Repeats.Summary<>("b3", 1));
    assertThat(repeats.take(true)).isEmpty();
  }

  @Test
  void losesNoCountHoweverManyFailuresThereAre() {
    long passed = 0;
    List<Repeats.Summary<String>> all = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      for (int key = 0; key < 5_000; key++) {
        passed += passing("key" + key, key % 7);
      }
      all.addAll(repeats.take(false));
    }
    all.addAll(repeats.take(true));

    long heldBack = all.stream().mapToLong(Repeats.Summary::count).sum();
    long noted = 0;
    for (int key = 0; key < 5_000; key++) {
      noted += 10L * (key % 7);
    }
    assertThat(passed + heldBack).isEqualTo(noted);
  }

  @Test
  void letsEverythingPassWhereThereIsNoLimit() {
    Repeats<String> none = new Repeats<>(0, nanos::get);

    for (int i = 0; i < 1_000; i++) {
      assertThat(none.isHeldBack("a", () -> "a")).isFalse();
    }
    assertThat(none.nanosToNext()).isEqualTo(Long.MAX_VALUE);
  }
}
