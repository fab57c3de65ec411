package dev.whence.scrub;

/** How much is hidden by itself. */
public enum Privacy {
  /** Secrets, contact data, numbers of cards and accounts; bodies only where asked for. */
  STANDARD,
  /**
   * Beyond that what names a patient or the care given (HIPAA), the client's address, and all of
   * bodies, query values and breadcrumbs' data that the application does not ask to keep.
   */
  STRICT
}
