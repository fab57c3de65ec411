package dev.whence.event;

/** What the person behind a request lets be sent. Each allows less than the one before. */
public enum Consent {
  /** All that settings allow. */
  FULL,
  /** Events that do not tell who it was: no user, no client address, no cookies, no body. */
  ANONYMOUS,
  /** Nothing. */
  NONE;

  /** Returns the one of the two that allows less. */
  public Consent and(Consent other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
