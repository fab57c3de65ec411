package dev.whence.scrub.key;

/** What becomes of the value under a name, the weakest first. */
public enum Decision {
  /** Shown, scrubbed as text. */
  KEEP,
  /** Shown, scrubbed as text: the application asked for it, so presets do not drop it. */
  KEEP_AS_ASKED,
  /** Hidden if it is an address; {@code mail} names many other things. */
  HIDE_ADDRESS,
  /** Hidden unless it is a small number, such as the 4096 of max_tokens. */
  HIDE_UNLESS_COUNT,
  HIDE,
  /** Hidden; in text the value may go on behind a blank, as phone numbers do. */
  HIDE_GROUPS,
  /** Hidden; in text the value goes to the end of the line. */
  HIDE_LINE,
  /** Hidden; in text the value has two parts, of which the first may stay: {@code Bearer x}. */
  HIDE_BEHIND_SCHEME,
  /**
   * Hidden whatever it is, but lists and objects are gone through: names in them may be asked for.
   */
  HIDE_LEAVES,
  /** Hidden whatever it is, a flag too: the application asked for it. */
  HIDE_AS_ASKED,
  /** Replaced by a pseudonym, so that equal values can be told to be equal. */
  JOIN;

  Decision or(Decision other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns what becomes of a value where nothing is shown but what was asked for. */
  public Decision closed() {
    return switch (this) {
      case KEEP, HIDE_ADDRESS, HIDE_UNLESS_COUNT, HIDE_LEAVES -> HIDE_LEAVES;
      case HIDE, HIDE_GROUPS, HIDE_LINE, HIDE_BEHIND_SCHEME, HIDE_AS_ASKED -> HIDE_AS_ASKED;
      case KEEP_AS_ASKED, JOIN -> this;
    };
  }

  /** Whether nothing is hidden under a name of this decision. */
  public boolean keeps() {
    return this == KEEP || this == KEEP_AS_ASKED;
  }

  /** Whether {@code value} is hidden under a name of this decision. */
  public boolean hides(CharSequence value) {
    return hides(value, 0, value.length());
  }

  /** Whether {@code text} from {@code start} to {@code end} is hidden under such a name. */
  public boolean hides(CharSequence text, int start, int end) {
    return switch (this) {
      case KEEP, KEEP_AS_ASKED -> false;
      case HIDE_ADDRESS -> hasAtSign(text, start, end);
      case HIDE_UNLESS_COUNT -> !isCount(text, start, end) && !NoValue.isNone(text, start, end);
      case HIDE, HIDE_GROUPS, HIDE_LINE, HIDE_BEHIND_SCHEME -> !NoValue.isNone(text, start, end);
      case HIDE_LEAVES, HIDE_AS_ASKED, JOIN -> start < end;
    };
  }

  /** Whether a list or an object is hidden as a whole under such a name. */
  public boolean hidesTree() {
    return switch (this) {
      case KEEP, KEEP_AS_ASKED, HIDE_ADDRESS, HIDE_LEAVES -> false;
      case HIDE_UNLESS_COUNT,
          HIDE,
          HIDE_GROUPS,
          HIDE_LINE,
          HIDE_BEHIND_SCHEME,
          HIDE_AS_ASKED,
          JOIN -> true;
    };
  }

  /** Whether true and false are hidden under such a name. */
  public boolean hidesFlag() {
    return this == HIDE_LEAVES || this == HIDE_AS_ASKED || this == JOIN;
  }

  private static boolean hasAtSign(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean isEncoded =
          c == '%' && i + 2 < end && text.charAt(i + 1) == '4' && text.charAt(i + 2) == '0';
      if (c == '@' || isEncoded) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code text} holds a number of at most nine characters. */
  private static boolean isCount(CharSequence text, int start, int end) {
    boolean isCount = start < end && end - start <= 9;
    int points = 0;
    for (int i = start; i < end && isCount; i++) {
      points += text.charAt(i) == '.' ? 1 : 0;
      isCount =
          points < 2 && (text.charAt(i) == '.' || (text.charAt(i) >= '0' && text.charAt(i) <= '9'));
    }
    return isCount;
  }
}
