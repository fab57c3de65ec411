package dev.whence.config.value;

/** Whether the bodies of requests are captured. */
public enum BodyPolicy {
  OFF,
  /** Copied as the application reads them, sent with the events of their request. */
  ON_ERROR
}
