package dev.whence.trace;

import java.util.Locale;

/** How a span or a transaction ended, in the words of the event payload. */
public enum SpanStatus {
  OK,
  CANCELLED,
  UNKNOWN_ERROR,
  INVALID_ARGUMENT,
  DEADLINE_EXCEEDED,
  NOT_FOUND,
  ALREADY_EXISTS,
  PERMISSION_DENIED,
  RESOURCE_EXHAUSTED,
  FAILED_PRECONDITION,
  ABORTED,
  OUT_OF_RANGE,
  UNIMPLEMENTED,
  INTERNAL_ERROR,
  UNAVAILABLE,
  DATA_LOSS,
  UNAUTHENTICATED;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Returns what an HTTP status means (develop.sentry.dev, "Span Operations and Status"). */
  public static SpanStatus ofHttp(int status) {
    if (status < 400) {
      return status < 100 ? UNKNOWN_ERROR : OK;
    }
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> PERMISSION_DENIED;
      case 404 -> NOT_FOUND;
      case 409 -> ALREADY_EXISTS;
      case 413, 429 -> RESOURCE_EXHAUSTED;
      case 499 -> CANCELLED;
      case 501 -> UNIMPLEMENTED;
      case 503 -> UNAVAILABLE;
      case 504 -> DEADLINE_EXCEEDED;
      default -> status < 500 ? INVALID_ARGUMENT : INTERNAL_ERROR;
    };
  }

  /** Returns the name on the wire: lower case. */
  public String wireName() {
    return wireName;
  }
}
