package dev.whence.event;

import java.util.Locale;

/** The kind of a record, which is also what receivers' rate limits speak of. */
public enum Category {
  ERROR,
  /** A request or job with its spans. */
  TRANSACTION,
  /** How often and how fast routes were answered for a while. */
  STATISTICS;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Returns the name that rate limits use: lower case. */
  public String wireName() {
    return wireName;
  }
}
