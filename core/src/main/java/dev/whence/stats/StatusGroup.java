package dev.whence.stats;

/** What statuses are counted as: by class, and apart those that are watched. */
public enum StatusGroup {
  INFORMATIONAL("1xx"),
  SUCCESS("2xx"),
  REDIRECTION("3xx"),
  /** The client's errors but for those that have a group of their own. */
  CLIENT_ERROR("4xx"),
  UNAUTHORIZED("401"),
  FORBIDDEN("403"),
  NOT_FOUND("404"),
  TOO_MANY_REQUESTS("429"),
  SERVER_ERROR("5xx"),
  /** No status of HTTP: not known, or out of 100 to 599. */
  UNKNOWN("unknown");

  private final String label;

  StatusGroup(String label) {
    this.label = label;
  }

  /** Returns its name in JSON, such as {@code 2xx}. */
  public String label() {
    return label;
  }

  /** Returns the one group that counts {@code status}. */
  public static StatusGroup of(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 429 -> TOO_MANY_REQUESTS;
      default -> ofClass(Math.floorDiv(status, 100));
    };
  }

  private static StatusGroup ofClass(int digit) {
    return switch (digit) {
      case 1 -> INFORMATIONAL;
      case 2 -> SUCCESS;
      case 3 -> REDIRECTION;
      case 4 -> CLIENT_ERROR;
      case 5 -> SERVER_ERROR;
      default -> UNKNOWN;
    };
  }
}
