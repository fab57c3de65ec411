package dev.whence.scrub.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Reads percent escapes, for looking only: what is masked is always the text as it came. */
public final class Percent {
  private static final String BORDERS = "\"'`<>?&=/;#,()[]{}|";

  private Percent() {}

  public static boolean isEscape(CharSequence text, int at) {
    return at + 2 < text.length()
        && text.charAt(at) == '%'
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  public static boolean hasEscape(CharSequence text, int start, int end) {
    for (int i = start; i + 2 < end; i++) {
      if (isEscape(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Returns {@code text} with its escapes read as UTF-8; what is no escape stays as it is. */
  public static String decode(String text) {
    return decode(text, 0, text.length());
  }

  public static String decode(CharSequence text, int start, int end) {
    StringBuilder decoded = new StringBuilder(end - start);
    int at = start;
    while (at < end) {
      if (at + 2 < end && isEscape(text, at)) {
        at = decodeRun(text, at, end, decoded);
      } else {
        decoded.append(text.charAt(at++));
      }
    }
    return decoded.toString();
  }

  private static int decodeRun(CharSequence text, int from, int end, StringBuilder decoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = from;
    while (at + 2 < end && isEscape(text, at)) {
      int high = Character.digit(text.charAt(at + 1), 16);
      bytes.write(high * 16 + Character.digit(text.charAt(at + 2), 16));
      at += 3;
    }
    decoded.append(bytes.toString(UTF_8));
    return at;
  }

  /** Returns where the path segment, name or value around {@code at} begins. */
  static int pieceStart(CharSequence text, int at, int floor) {
    int start = at;
    while (start > floor && !isBorder(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns where the path segment, name or value around {@code at} ends. */
  static int pieceEnd(CharSequence text, int at) {
    int end = at;
    while (end < text.length() && !isBorder(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBorder(char c) {
    return c <= ' ' || BORDERS.indexOf(c) >= 0;
  }
}
