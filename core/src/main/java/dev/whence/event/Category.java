package dev.whence.event;

import java.util.Locale;

/** The kind of a record, which is also what receivers' rate limits speak of. */
public enum Category {
  ERROR;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Returns the name that rate limits use: lower case. */
  public String wireName() {
    return wireName;
  }
}
