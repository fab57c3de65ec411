package dev.whence.report.check;

import java.util.function.Supplier;

/**
 * Examines one thing that must hold for events to arrive, for the Doctor and for what the log says
 * at the start.
 *
 * <p>Run once, by one thread, never one of a request, so it may block as long as the timeouts of
 * the settings allow; interrupted, it returns soon. What it throws counts as its failure.
 */
public interface Check {
  /** Names what is examined, lower case: the reporter's name first, such as {@code sentry-tls}. */
  String name();

  Finding run();

  /** Says whether it sends what a receiver may count, and so is run only on demand. */
  default boolean isSending() {
    return false;
  }

  /** Returns a check that sends nothing. */
  static Check of(String name, Supplier<Finding> examination) {
    return new NamedCheck(name, false, examination);
  }

  /** Returns a check that sends something. */
  static Check sending(String name, Supplier<Finding> examination) {
    return new NamedCheck(name, true, examination);
  }
}
