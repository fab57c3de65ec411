package dev.whence;

import dev.whence.event.TransactionEvent;
import org.jspecify.annotations.Nullable;

/** Changes or drops transactions, as {@link BeforeSend} does events, and on the same terms. */
@FunctionalInterface
public interface BeforeSendTransaction {
  /** Returns the transaction to report, or null to drop it. */
  @Nullable
  TransactionEvent apply(TransactionEvent transaction, Hint hint) throws Exception;
}
