package dev.whence.record;

import dev.whence.assemble.InApp;
import dev.whence.assemble.Origin;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.event.TransactionEvent;
import dev.whence.limit.Limits;
import dev.whence.limit.Quota;
import dev.whence.refuse.IgnoredTexts;
import dev.whence.refuse.Refusal;
import dev.whence.scrub.Scrubber;
import dev.whence.snapshot.Snapshot;
import dev.whence.snapshot.TransactionSnapshot;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the recorder does to a snapshot: assemble an event, ignore it, let the application process
 * it, scrub it, hand it on.
 *
 * @param sync waits until what was handed on is safe from a failure of the machine, and says
 *     whether it is; null if nobody asks for that. Runs on the recorder's thread
 */
public record Processing(
    Origin origin,
    InApp inApp,
    IgnoredTexts ignored,
    Processor processor,
    Scrubber scrubber,
    Limits<Snapshot> limits,
    OfTransactions transactions,
    Sink sink,
    @Nullable BooleanSupplier sync,
    Watcher watcher) {

  /** Lets the application change or drop an event. Runs on the recorder's thread, may hang. */
  @FunctionalInterface
  public interface Processor {
    /** Returns the event to report, or null to drop it. */
    @Nullable
    ErrorEvent process(ErrorEvent event, Snapshot snapshot);
  }

  /** What is done to transactions alone. */
  public record OfTransactions(TransactionProcessor processor, Quota quota) {}

  /** The same for transactions as a {@link Processor}. */
  @FunctionalInterface
  public interface TransactionProcessor {
    /** Returns the transaction to report, or null to drop it. */
    @Nullable
    TransactionEvent process(TransactionEvent transaction, TransactionSnapshot snapshot);
  }

  /** Takes records for delivery. Runs on the recorder's thread, never waits. */
  @FunctionalInterface
  public interface Sink {
    /** Takes {@code record}, or says why not. */
    @Nullable
    Refusal accept(EventRecord record);
  }

  /** Is told what became of each snapshot. Runs on any thread, a request's too. */
  @FunctionalInterface
  public interface Watcher {
    /** Says that the event was recorded, or why it was refused. */
    void settled(EventId id, @Nullable Refusal refusal);
  }
}
