package dev.whence.event;

import java.time.Instant;

/** Something worth reporting. Immutable. */
public sealed interface Event permits ErrorEvent, TransactionEvent {
  EventId id();

  /** When it happened, not when it was sent. */
  Instant timestamp();

  Category category();
}
