package dev.whence.report.trim;

/** Says that an event is no JSON object. */
public final class UnreadableEventException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableEventException(Throwable cause) {
    super("event is no JSON object", cause);
  }
}
