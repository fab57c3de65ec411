package dev.whence.delivery;

/** What {@link Delivery#accept} did with a record. */
public enum Receipt {
  /** Every lane will deal with it. */
  RECORDED,
  /** Refused: the record alone exceeds what the journal may hold. */
  TOO_LARGE,
  /** Refused: the journal could not be written. */
  JOURNAL_FAILED,
  /** Refused: delivery is closed. */
  CLOSED
}
