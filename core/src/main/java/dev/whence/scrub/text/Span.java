package dev.whence.scrub.text;

/**
 * What a rule found, packed into a long so that looking allocates nothing: either a stretch of text
 * to mask, or a miss with the place where to look on. Good for texts below 2<sup>28</sup>
 * characters.
 */
final class Span {
  private static final Rule[] RULES = Rule.values();
  private static final int PLACE_BITS = 28;
  private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

  private Span() {}

  @SuppressWarnings("EnumOrdinal") // never leaves the process
  static long hit(Rule rule, int start, int end) {
    return ((long) rule.ordinal() << (2 * PLACE_BITS)) | ((long) start << PLACE_BITS) | end;
  }

  static long miss(int next) {
    return ~(long) next;
  }

  static boolean isHit(long span) {
    return span >= 0;
  }

  static Rule rule(long span) {
    return RULES[(int) (span >>> (2 * PLACE_BITS))];
  }

  static int start(long span) {
    return (int) (span >>> PLACE_BITS) & PLACE_MASK;
  }

  static int end(long span) {
    return (int) span & PLACE_MASK;
  }

  /** Returns where to look on after {@code span}, hit or miss. */
  static int next(long span) {
    return isHit(span) ? end(span) : (int) ~span;
  }
}
