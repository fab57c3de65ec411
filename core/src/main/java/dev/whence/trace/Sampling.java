package dev.whence.trace;

import org.jspecify.annotations.Nullable;

/**
 * Whether a trace is kept, and how that came about. Decided once, where the trace begins or enters.
 *
 * @param isSampled null where nobody has decided, since nothing is traced here
 * @param rate the share of such traces that is kept; NaN if unknown
 * @param rand the trace's number in [0, 1): kept if it is below the rate, by every service alike;
 *     NaN if it has none
 */
record Sampling(@Nullable Boolean isSampled, double rate, double rand) {
  static final Sampling UNDECIDED = new Sampling(null, Double.NaN, Double.NaN);

  boolean isKept() {
    return Boolean.TRUE.equals(isSampled);
  }
}
