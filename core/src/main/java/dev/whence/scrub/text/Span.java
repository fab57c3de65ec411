package dev.whence.scrub.text;

/**
 * What a verifier found, packed into a long so that looking allocates nothing: either a stretch of
 * text to mask, or a miss with the place where to look on. Good for texts below 2<sup>26</sup>
 * characters.
 */
public final class Span {
  public static final int LONGEST_TEXT = 1 << 26;

  private static final int PLACE_BITS = 26;
  private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

  private Span() {}

  public static long hit(int start, int end) {
    return ((long) start << PLACE_BITS) | end;
  }

  /** Returns {@code hit} with the index of who found it, which is not 0, unless it has one. */
  public static long by(int finder, long hit) {
    return finder(hit) == 0 ? ((long) finder << (2 * PLACE_BITS)) | hit : hit;
  }

  /**
   * Returns a miss: nothing that any rule looks for begins before {@code next}, and it is not
   * before the place that was looked at.
   */
  public static long miss(int next) {
    return ~(long) next;
  }

  public static boolean isHit(long span) {
    return span >= 0;
  }

  /** Returns the longer one, the first if they are equally long. */
  static long longest(long one, long other) {
    boolean isLonger = !isHit(one) || end(other) - start(other) > end(one) - start(one);
    return isLonger ? other : one;
  }

  public static int finder(long hit) {
    return (int) (hit >>> (2 * PLACE_BITS));
  }

  public static int start(long hit) {
    return (int) (hit >>> PLACE_BITS) & PLACE_MASK;
  }

  public static int end(long hit) {
    return (int) hit & PLACE_MASK;
  }

  /** Returns where to look on after {@code miss}. */
  public static int next(long miss) {
    return (int) ~miss;
  }
}
