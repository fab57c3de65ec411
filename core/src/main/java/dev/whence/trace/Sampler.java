package dev.whence.trace;

import dev.whence.event.RandomIds;
import org.jspecify.annotations.Nullable;

/**
 * Decides which traces are kept: as a rule says, else as the caller did, else by rate. One number
 * for each trace, drawn where it begins and handed on, makes services with different rates keep the
 * same ones (develop.sentry.dev, "Traces", on {@code sample_rand}). For any thread.
 */
final class Sampler {
  private final @Nullable Double rate;
  private final RandomIds ids;

  /** Makes a sampler; without a rate nothing is traced. */
  Sampler(@Nullable Double rate, RandomIds ids) {
    this.rate = rate;
    this.ids = ids;
  }

  boolean isOn() {
    return rate != null;
  }

  /**
   * Decides on a trace.
   *
   * @param byRule the rate that a rule wants for the request; NaN if none speaks of it
   */
  Sampling decide(Caller caller, double byRule) {
    return decide(caller, byRule, draw());
  }

  /** Draws the number of a trace that begins here, with the six digits that are handed on. */
  double draw() {
    return cut(ids.fraction());
  }

  private static double cut(double fraction) {
    return Math.floor(fraction * 1e6) / 1e6;
  }

  /** Says whether a trace with that number is kept where nobody but the rate has a say. */
  boolean isKept(double drawn) {
    return rate != null && drawn < rate;
  }

  /** Decides by a number that is drawn already, unless the caller has told it. */
  Sampling decide(Caller caller, double byRule, double drawn) {
    if (rate == null) {
      return new Sampling(caller.isSampled(), caller.rate(), caller.rand());
    }
    double rand = rand(caller, drawn);
    if (!Double.isNaN(byRule)) {
      return new Sampling(rand < byRule, byRule, rand);
    }
    Boolean decided = caller.isSampled();
    return decided == null
        ? new Sampling(rand < rate, rate, rand)
        : new Sampling(decided, caller.rate(), rand);
  }

  /** Returns the trace's number; one that fits the caller's decision where it did not tell. */
  private static double rand(Caller caller, double drawn) {
    if (!Double.isNaN(caller.rand())) {
      return caller.rand();
    }
    Boolean decided = caller.isSampled();
    double callersRate = caller.rate();
    if (decided == null || !(callersRate > 0 && callersRate < 1)) {
      return drawn;
    }
    return decided
        ? cut(drawn * callersRate)
        : Math.max(callersRate, cut(callersRate + drawn * (1 - callersRate)));
  }
}
