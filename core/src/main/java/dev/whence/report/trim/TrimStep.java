package dev.whence.report.trim;

import java.util.Locale;

/** What goes, what is missed least first. Each step includes those before it. */
enum TrimStep {
  /** Of each text what is behind the length that receivers show. */
  LONG_TEXTS,
  /** All breadcrumbs but the newest. */
  OLD_BREADCRUMBS,
  REQUEST_BODY,
  /** Of each text what is behind a moderate length; messages stay. */
  TEXTS,
  /** Contexts that the application added, and the like. */
  CONTEXTS,
  BREADCRUMBS,
  /**
   * Frames between both ends of a stack, but for some of the application's own; all spans of a
   * transaction.
   */
  FRAMES,
  /** Stacks of the exceptions between the outermost and the root; messages are cut. */
  EXCEPTIONS,
  /** All that does not say what happened where. */
  REST;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Returns the name under which an event says that it was trimmed so: lower case. */
  String wireName() {
    return wireName;
  }

  boolean includes(TrimStep other) {
    return compareTo(other) >= 0;
  }
}
