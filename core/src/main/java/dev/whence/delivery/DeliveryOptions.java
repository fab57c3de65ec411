package dev.whence.delivery;

import java.time.Duration;

/**
 * How lanes send.
 *
 * @param maxCount how many records a batch holds at most
 * @param maxBytes how many bytes a batch holds at most, unless its only record is larger
 * @param linger how long an idle lane waits for more records to send along with the first
 * @param backoffBase the longest wait after one failure; doubles with each further one in a row
 * @param backoffCap the longest wait after any number of failures
 */
public record DeliveryOptions(
    int maxCount, int maxBytes, Duration linger, Duration backoffBase, Duration backoffCap) {
  public DeliveryOptions {
    if (maxCount < 1) {
      throw new IllegalArgumentException("maxCount must be at least 1, was " + maxCount);
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be at least 1, was " + maxBytes);
    }
    if (linger.isNegative()) {
      throw new IllegalArgumentException("linger must not be negative, was " + linger);
    }
    if (backoffBase.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("backoffBase must be at least 1 ms, was " + backoffBase);
    }
    if (backoffCap.compareTo(backoffBase) < 0) {
      throw new IllegalArgumentException(
          "backoffCap must not be less than backoffBase, " + backoffBase + ", was " + backoffCap);
    }
  }

  /** Returns 100 records, 1 MiB, 1 s to linger, and waits from 500 ms up to 60 s. */
  public static DeliveryOptions ofDefaults() {
    return new DeliveryOptions(
        100, 1 << 20, Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(60));
  }
}
