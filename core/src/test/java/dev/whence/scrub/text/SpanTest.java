package dev.whence.scrub.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  private static final int LAST = Span.LONGEST_TEXT - 1;

  @ParameterizedTest
  @CsvSource({"0, 1", "7, 19", "67108862, 67108863"})
  void holdsAHitAndWhoFoundIt(int start, int end) {
    long hit = Span.by(300, Span.hit(start, end));

    assertThat(Span.isHit(hit)).isTrue();
    assertThat(Span.start(hit)).isEqualTo(start);
    assertThat(Span.end(hit)).isEqualTo(end);
    assertThat(Span.finder(hit)).isEqualTo(300);
    assertThat(Span.finder(Span.by(4, hit))).as("the first stays").isEqualTo(300);
    assertThat(Span.finder(Span.hit(start, end))).isZero();
  }

  @Test
  void holdsAMissAndWhereToLookOn() {
    assertThat(Span.isHit(Span.miss(0))).isFalse();
    assertThat(Span.next(Span.miss(0))).isZero();
    assertThat(Span.next(Span.miss(LAST))).isEqualTo(LAST);
  }

  @Test
  void isChosenByItsLength() {
    long one = Span.hit(2, 5);
    long same = Span.hit(1, 4);
    long longer = Span.hit(0, 9);

    assertThat(Span.longest(Span.miss(3), one)).isEqualTo(one);
    assertThat(Span.longest(one, same)).isEqualTo(one);
    assertThat(Span.longest(one, longer)).isEqualTo(longer);
    assertThat(Span.longest(longer, one)).isEqualTo(longer);
  }
}
