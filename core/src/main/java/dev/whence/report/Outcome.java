package dev.whence.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch: its first {@code accepted} records arrived, and the next one, if the
 * reporter got that far, is to be tried again later or was rejected for good.
 *
 * @param accepted how many of the first records arrived
 * @param retryAfter how long to wait before the next record is tried again
 * @param rejection why the next record will never be accepted, in a word for counters such as
 *     {@code too_large}
 */
public record Outcome(
    int accepted, @Nullable Duration retryAfter, @Nullable String rejection) {
  public static Outcome accepted(int records) {
    return new Outcome(records, null, null);
  }

  /** Says that the record behind the accepted ones may be sent again after {@code wait}. */
  public Outcome retry(Duration wait) {
    return new Outcome(accepted, wait, null);
  }

  /** Says that the record behind the accepted ones is lost, and why. */
  public Outcome rejected(String reason) {
    return new Outcome(accepted, null, reason);
  }
}
