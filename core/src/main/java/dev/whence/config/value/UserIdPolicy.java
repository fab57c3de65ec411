package dev.whence.config.value;

/** What becomes of the name under which a user logged in. */
public enum UserIdPolicy {
  /** Sent as it is when it looks like an ID, else as a pseudonym, else masked. */
  PSEUDONYM,
  /** Sent as it is. */
  PLAIN
}
