package dev.whence.report.sentry;

import java.util.Locale;
import java.util.Map;

/** Why the protocol says that an event was not sent. */
enum DiscardReason {
  BACKPRESSURE,
  BEFORE_SEND,
  CACHE_OVERFLOW,
  EVENT_PROCESSOR,
  INTERNAL_SDK_ERROR,
  NETWORK_ERROR,
  QUEUE_OVERFLOW,
  RATELIMIT_BACKOFF,
  SAMPLE_RATE,
  SEND_ERROR;

  /** What stands before the status with which a receiver rejected an event. */
  static final String BY_STATUS = "http_";

  static final String TOO_LARGE = "too_large";

  /** What is dropped while the receiver wants none of its category. */
  static final String LIMITED = "ratelimit";

  /** What the receiver said that of, and has counted itself. */
  static final String TOLD_LIMITED = "ratelimit_told";

  /** What the lane drops since the receiver fails at it alone. */
  private static final String POISON = "poison";

  private static final Map<String, DiscardReason> BY_REASON = Map.ofEntries(
      Map.entry("ignored", EVENT_PROCESSOR),
      Map.entry("consent", EVENT_PROCESSOR),
      Map.entry("before_send", BEFORE_SEND),
      Map.entry("sample_rate", SAMPLE_RATE),
      Map.entry("limited", BACKPRESSURE),
      Map.entry(LIMITED, RATELIMIT_BACKOFF),
      Map.entry("repeat", BACKPRESSURE),
      Map.entry("quota_minute", RATELIMIT_BACKOFF),
      Map.entry("quota_month", RATELIMIT_BACKOFF),
      Map.entry("scope_full", QUEUE_OVERFLOW),
      Map.entry("inbox_full", QUEUE_OVERFLOW),
      Map.entry("journal_full", CACHE_OVERFLOW),
      Map.entry("expired", CACHE_OVERFLOW),
      Map.entry("closed", NETWORK_ERROR),
      Map.entry(POISON, SEND_ERROR),
      Map.entry(TOO_LARGE, SEND_ERROR));

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** Returns what the protocol calls one of our reasons; a fault of ours if it is none of them. */
  static DiscardReason of(String reason) {
    return isStatus(reason) ? SEND_ERROR : BY_REASON.getOrDefault(reason, INTERNAL_SDK_ERROR);
  }

  /**
   * Returns whether events lost for {@code reason} were lost at the receiver that rejected them.
   */
  static boolean isOfReceiver(String reason) {
    return isStatus(reason)
        || reason.equals(TOO_LARGE)
        || reason.equals(POISON)
        || reason.equals(LIMITED);
  }

  private static boolean isStatus(String reason) {
    return reason.startsWith(BY_STATUS);
  }

  String wireName() {
    return wireName;
  }
}
