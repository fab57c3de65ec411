package dev.whence.event;

import java.util.Locale;

/** How grave an event or a breadcrumb is, in the terms of Sentry's event payload. */
public enum Level {
  DEBUG,
  INFO,
  WARNING,
  ERROR,
  FATAL;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Returns the name that the event payload uses: lower case. */
  public String wireName() {
    return wireName;
  }

  /** Returns the level of an answer with {@code status}: warning below 500, error from there on. */
  public static Level ofStatus(int status) {
    return status < 500 ? WARNING : ERROR;
  }
}
