package dev.whence.refuse;

import java.util.Locale;

/** Why something captured did not become a record. */
public enum Refusal {
  /** Its type or message is to be ignored, or the client hung up. */
  IGNORED,
  SAMPLE_RATE,
  /** The person behind the request does not want any event of it. */
  CONSENT,
  /** Its route fails with such errors more often than {@code errors-per-route} allows. */
  LIMITED,
  /** The same failure was recorded often enough within the minute; a summary says how often. */
  REPEAT,
  QUOTA_MINUTE,
  QUOTA_MONTH,
  /** Its request had parked as many errors as a request may. */
  SCOPE_FULL,
  INBOX_FULL,
  BEFORE_SEND,
  /** The recorder spent too long on it. */
  STUCK,
  TOO_LARGE,
  /** The journal could not be written: the disk is full, say. */
  JOURNAL_FAILED,
  /** Whence itself failed on it. */
  FAILED,
  CLOSED;

  private final String reason = name().toLowerCase(Locale.ROOT);

  /** Returns the name under which it is counted: lower case. */
  public String reason() {
    return reason;
  }
}
