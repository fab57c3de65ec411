package dev.whence.scrub.assign;

import dev.whence.scrub.text.Chars;

/** Knows quotes as HTML and XML write them where they are no syntax. */
final class Entities {
  private static final String[] QUOTES = {"&quot;", "&#34;", "&#39;", "&apos;"};

  private Entities() {}

  /** Returns the length of the quote that begins at {@code at}, 0 if none does. */
  static int lengthAt(CharSequence text, int at) {
    if (at < text.length() && text.charAt(at) == '&') {
      for (String quote : QUOTES) {
        if (Chars.startsWith(text, at, quote)) {
          return quote.length();
        }
      }
    }
    return 0;
  }

  /** Returns the length of the quote that ends before {@code end}, 0 if none does. */
  static int lengthBefore(CharSequence text, int end, int floor) {
    if (end > floor && text.charAt(end - 1) == ';') {
      for (String quote : QUOTES) {
        int start = end - quote.length();
        if (start >= floor && Chars.startsWith(text, start, quote)) {
          return quote.length();
        }
      }
    }
    return 0;
  }
}
