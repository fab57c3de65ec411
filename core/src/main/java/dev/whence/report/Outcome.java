package dev.whence.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch: of its first {@code accepted + skipped} records those arrived that the
 * reporter wants, and the next one, if the reporter got that far, is to be tried again later or was
 * rejected for good.
 *
 * @param accepted how many of the first records arrived
 * @param retryAfter how long to wait before the next record is tried again
 * @param rejection why the next record will never be accepted, in a word for counters such as
 *     {@code too_large}
 * @param skipped how many of the first records the reporter left out, since they are none of its
 *     business; counted under {@code filtered}, and no sign that the destination works
 */
public record Outcome(
    int accepted, @Nullable Duration retryAfter, @Nullable String rejection, int skipped) {
  /** Makes an outcome of a reporter that left out nothing. */
  public Outcome(int accepted, @Nullable Duration retryAfter, @Nullable String rejection) {
    this(accepted, retryAfter, rejection, 0);
  }

  public static Outcome accepted(int records) {
    return new Outcome(records, null, null);
  }

  /** Says that among the accepted ones were {@code records} more, which were left out. */
  public Outcome skipping(int records) {
    return new Outcome(accepted, retryAfter, rejection, records);
  }

  /** Says that the record behind those may be sent again after {@code wait}. */
  public Outcome retry(Duration wait) {
    return new Outcome(accepted, wait, null, skipped);
  }

  /** Says that the record behind those is lost, and why. */
  public Outcome rejected(String reason) {
    return new Outcome(accepted, null, reason, skipped);
  }
}
