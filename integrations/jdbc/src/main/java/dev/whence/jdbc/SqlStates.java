package dev.whence.jdbc;

/** Tells the codes by which databases say what went wrong from what else drivers put there. */
final class SqlStates {
  private static final int LENGTH = 5;

  private SqlStates() {}

  /** Says whether {@code text} is five capital letters and digits, as the standard wants it. */
  static boolean isOne(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
  }
}
