package dev.whence.config.value;

/** How much is hidden by itself. */
public enum PrivacyPolicy {
  /** Secrets, contact data, numbers of cards and accounts. */
  STANDARD,
  /** Beyond that what names a patient or the care given, and what nobody asked to keep. */
  STRICT
}
