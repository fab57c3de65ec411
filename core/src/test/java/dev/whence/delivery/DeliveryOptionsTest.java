package dev.whence.delivery;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryOptionsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void refusesABatchOfNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryOptions(0, 1, SECOND, SECOND, SECOND))
        .withMessage("maxCount must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryOptions(1, 0, SECOND, SECOND, SECOND))
        .withMessage("maxBytes must be at least 1, was 0");
  }

  @Test
  void refusesWaitsThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryOptions(1, 1, SECOND.negated(), SECOND, SECOND))
        .withMessage("linger must not be negative, was PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryOptions(1, 1, SECOND, Duration.ZERO, SECOND))
        .withMessage("backoffBase must be at least 1 ms, was PT0S");
  }

  @Test
  void refusesACapBelowTheBase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveryOptions(1, 1, SECOND, SECOND, Duration.ofMillis(1)))
        .withMessage("backoffCap must not be less than backoffBase, PT1S, was PT0.001S");
  }
}
