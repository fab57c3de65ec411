package dev.whence.scrub.find;

import dev.whence.scrub.text.Chars;
import dev.whence.scrub.text.Span;

/** Finds e-mail addresses around their at sign, which may be percent-encoded, even twice. */
final class Emails {
  private static final int LOCAL_LIMIT = 64;
  private static final int DOMAIN_LIMIT = 255;
  private static final int TOP_LEVEL_LIMIT = 24;

  /** Ends of versions and of files, which look like domains: {@code shop@2.3.0.RELEASE}. */
  private static final String[] NO_DOMAINS =
      ("release final ga snapshot rc beta alpha png jpg jpeg gif svg webp avif bmp ico mp3 mp4 webm woff ttf css scss js mjs tsx jsx json"
              + " xml yml yaml html jar war class java txt pdf")
          .split(" ");

  private Emails() {}

  /** Returns the length of the at sign at {@code at}: 1, 3 or 5 characters, 0 if there is none. */
  private static int signLength(CharSequence text, int at) {
    if (text.charAt(at) == '@') {
      return 1;
    }
    if (Chars.startsWith(text, at, "%40")) {
      return 3;
    }
    return Chars.startsWith(text, at, "%2540") ? 5 : 0;
  }

  /** Looks for an address whose sign is at {@code at}, which begins not before {@code floor}. */
  static long find(CharSequence text, int at, int floor) {
    int length = signLength(text, at);
    if (length == 0) {
      return Span.miss(at);
    }
    int start = localStart(text, at, floor);
    if (start == at || isRepository(text, start, at)) {
      return Span.miss(at);
    }
    int end = domainEnd(text, at + length);
    return end < 0 ? Span.miss(at) : Span.hit(start, end);
  }

  private static int localStart(CharSequence text, int at, int floor) {
    int lowest = Math.max(floor, at - LOCAL_LIMIT);
    int start = at;
    while (start > lowest && isLocal(text, start - 1)) {
      start--;
    }
    while (start < at && !Chars.isWord(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isLocal(CharSequence text, int at) {
    char c = text.charAt(at);
    return Chars.isWord(c) || ".+-'".indexOf(c) >= 0 || (c == '%' && signLength(text, at) == 0);
  }

  private static boolean isRepository(CharSequence text, int start, int end) {
    return Chars.isWordAt(text, start, end, "git");
  }

  private static int domainEnd(CharSequence text, int from) {
    int highest = Math.min(text.length(), from + DOMAIN_LIMIT);
    int end = from;
    int label = from;
    while (end < highest && isDomain(text.charAt(end))) {
      if (text.charAt(end) == '.') {
        if (end == label) {
          break;
        }
        label = end + 1;
      }
      end++;
    }
    return lastLabel(text, from, end);
  }

  /**
   * Returns where the top-level domain ends, -1 if none stands at the end. The full stop of a
   * sentence, one last label that no letter begins and what follows a hyphen do not count.
   */
  private static int lastLabel(CharSequence text, int from, int rawEnd) {
    int end = topLevelEnd(text, from, rawEnd);
    int label = labelStart(text, from, trimmed(text, from, rawEnd));
    if (end < 0 && label < rawEnd && !Chars.isLetter(text.charAt(label))) {
      end = topLevelEnd(text, from, label);
    }
    return end < 0 || isCall(text, end) ? -1 : end;
  }

  private static int topLevelEnd(CharSequence text, int from, int rawEnd) {
    int end = trimmed(text, from, rawEnd);
    int label = labelStart(text, from, end);
    if (!Chars.startsWith(text, label, "xn--")) {
      end = lettersEnd(text, label, end);
    }
    return label > from && isTopLevel(text, label, end) ? end : -1;
  }

  /** Returns the end of the letters before a hyphen, {@code end} if there is none. */
  private static int lettersEnd(CharSequence text, int label, int end) {
    int letters = label;
    while (letters < end && text.charAt(letters) != '-') {
      letters++;
    }
    return letters;
  }

  private static int trimmed(CharSequence text, int from, int rawEnd) {
    int end = rawEnd;
    while (end > from && !Chars.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int labelStart(CharSequence text, int from, int end) {
    int start = end;
    while (start > from && text.charAt(start - 1) != '.') {
      start--;
    }
    return start;
  }

  private static boolean isTopLevel(CharSequence text, int start, int end) {
    boolean hasLength = end - start >= 2 && end - start <= TOP_LEVEL_LIMIT;
    if (!hasLength || Chars.isOneOf(text, start, end, NO_DOMAINS)) {
      return false;
    }
    if (Chars.startsWith(text, start, "xn--")) {
      return true;
    }
    for (int i = start; i < end; i++) {
      if (Chars.isDigit(text.charAt(i)) || text.charAt(i) == '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isCall(CharSequence text, int end) {
    return end < text.length() && text.charAt(end) == '(';
  }

  private static boolean isDomain(char c) {
    return c == '.' || c == '-' || Chars.isLetterOrDigit(c);
  }
}
