package dev.whence.bench.scrub;

/** A text that counts the looks at its characters and ends them beyond a budget. One thread. */
final class Metered implements CharSequence {
  private final CharSequence text;
  private final long budget;
  private long left;

  Metered(CharSequence text, long budget) {
    this.text = text;
    this.budget = budget;
    this.left = budget;
  }

  long used() {
    return budget - left;
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Ends a search that takes too long. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }
}
