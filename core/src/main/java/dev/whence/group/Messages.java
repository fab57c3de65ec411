package dev.whence.group;

import java.util.function.UnaryOperator;

/**
 * Messages as far as they are the same each time: values left out, and secrets before that. Takes
 * time in proportion to at most {@value #READ} characters. For many threads.
 */
final class Messages {
  private static final int READ = 2_048;
  private static final int LONGEST_MARKER = 32;

  private final Names names;
  private final UnaryOperator<String> scrubber;

  /**
   * Prepares to read messages.
   *
   * @param scrubber masks what must not be told; may be called with any text
   */
  Messages(Names names, UnaryOperator<String> scrubber) {
    this.names = names;
    this.scrubber = scrubber;
  }

  /** Returns what stays of {@code message}; empty if nothing does. */
  String template(String message) {
    return scrubber.apply(new Template(scrubbedLine(message), names).text());
  }

  /** Returns the same for the message of an exception of {@code type}. */
  String template(String type, String message) {
    String line = scrubbedLine(message);
    return CodeMessage.isOne(type, line)
        ? scrubber.apply(CodeMessage.stable(line, names))
        : scrubber.apply(new Template(line, names).text());
  }

  /**
   * Secrets are masked before values are cut out of the text, since half of one is not recognised.
   */
  private String scrubbedLine(String message) {
    String line = firstLine(message);
    String clean = scrubber.apply(line);
    return clean.equals(line) ? line : withoutMarkers(clean);
  }

  /** One number in ten looks like that of a card: masked or not, a number is a number. */
  private static String withoutMarkers(String clean) {
    StringBuilder out = new StringBuilder(clean.length());
    int at = 0;
    while (at < clean.length()) {
      int end = clean.charAt(at) == '[' ? markerEnd(clean, at + 1) : -1;
      out.append(end < 0 ? clean.charAt(at) : '0');
      at = end < 0 ? at + 1 : end;
    }
    return out.toString();
  }

  /** Returns the end of a marker such as {@code [EMAIL]}, -1 if there is none. */
  private static int markerEnd(String clean, int from) {
    int end = from;
    while (end < clean.length()
        && end - from < LONGEST_MARKER
        && Character.isLetter(clean.charAt(end))) {
      end++;
    }
    boolean isMarker = end > from && end < clean.length() && clean.charAt(end) == ']';
    return isMarker ? end + 1 : -1;
  }

  /** Returns the first line that is not blank, without half a word where it is cut. */
  private static String firstLine(String message) {
    int limit = Math.min(message.length(), READ);
    int start = 0;
    while (start < limit && message.charAt(start) <= ' ') {
      start++;
    }
    int end = start;
    while (end < limit && message.charAt(end) != '\n' && message.charAt(end) != '\r') {
      end++;
    }
    boolean isCut = end == limit && limit < message.length();
    return message
        .substring(start, isCut ? lastBlank(message, start, end) : end)
        .stripTrailing();
  }

  private static int lastBlank(String message, int start, int end) {
    int blank = end;
    while (blank > start && message.charAt(blank) != ' ') {
      blank--;
    }
    return blank;
  }
}
