package dev.whence.record;

import dev.whence.journal.MonthCount;
import dev.whence.limit.Limits;
import dev.whence.limit.Quota;
import dev.whence.limit.Repeats;
import dev.whence.snapshot.Snapshot;
import java.time.Clock;

/** Limits that let everything pass, and those that hold back repeats alone. */
final class NoLimits {
  private NoLimits() {}

  static Limits<Snapshot> any() {
    return but(new Repeats<>(0, System::nanoTime));
  }

  static Limits<Snapshot> but(Repeats<Snapshot> repeats) {
    return new Limits<>(repeats, quota());
  }

  static Processing.OfTransactions ofTransactions() {
    return new Processing.OfTransactions((transaction, snapshot) -> transaction, quota());
  }

  private static Quota quota() {
    return new Quota(
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        MonthCount.inMemory(),
        Clock.systemUTC(),
        System.getLogger("dev.whence"));
  }
}
