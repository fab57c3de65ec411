package dev.whence.scrub.key;

/** Tells what stands where a secret could but is none: nothing, a flag, stars, a placeholder. */
final class NoValue {
  private static final String[] WORDS = {
    "null", "true", "false", "undefined", "none", "nil", "n/a", "yes", "no"
  };

  /** What programs print in place of one: Kafka's {@code [hidden]}, Spring's. */
  private static final String[] MASKS = {"[hidden]", "[protected]", "[redacted]", "[masked]"};

  private static final String[] OPENERS = {"${", "#{", "{{", "<", "%(", "$("};
  private static final String FIRST_OF_OPENERS = "$#{<%";
  private static final String[] CLOSERS = {"}", "}", "}}", ">", ")s", ")"};

  private NoValue() {}

  static boolean isNone(CharSequence text, int start, int end) {
    return start == end
        || isOneOf(text, start, end, WORDS)
        || isOneOf(text, start, end, MASKS)
        || isPunctuation(text, start, end)
        || isPlaceholder(text, start, end);
  }

  private static boolean isOneOf(CharSequence text, int start, int end, String[] words) {
    for (String word : words) {
      if (isAt(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(CharSequence text, int start, int end, String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Fold.lower(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value is too short for a secret, or stars that stand for one. */
  private static boolean isPunctuation(CharSequence text, int start, int end) {
    boolean isStars = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
      isStars &= c == '*' || c == '•';
    }
    return isStars || end - start <= 3;
  }

  /** Whether the value is the name of one: {@code ${DB_PASSWORD}}, {@code <your token>}. */
  private static boolean isPlaceholder(CharSequence text, int start, int end) {
    if (FIRST_OF_OPENERS.indexOf(text.charAt(start)) < 0) {
      return false;
    }
    for (int i = 0; i < OPENERS.length; i++) {
      int from = start + OPENERS[i].length();
      boolean isClosed = isAt(text, Math.max(start, end - CLOSERS[i].length()), end, CLOSERS[i]);
      int to = isClosed ? end - CLOSERS[i].length() : end;
      int name = from < to && text.charAt(from) == ' ' ? from + 1 : from;
      if (name < to
          && isAt(text, start, from, OPENERS[i])
          && Fold.isLetter(text.charAt(name))
          && isName(text, name, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Fold.isLetter(c) && (c < '0' || c > '9') && "._- ".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
