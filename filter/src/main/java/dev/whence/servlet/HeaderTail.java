package dev.whence.servlet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a header that is a list, from the last to the first, over all of its lines. For
 * one thread.
 *
 * <p>What stands left is the client's to choose, so no more than the last 50 elements and 4,096
 * characters are looked at. Commas within quotes end no element; quotes are matched from the right,
 * so that one left open by a client cannot swallow what a proxy has added.
 */
final class HeaderTail {
  private static final int MOST_ELEMENTS = 50;
  private static final int MOST_CHARS = 4_096;

  /** The lines that are still to be read, the last one as far as {@link #end}. */
  private final Deque<String> lines;

  private final boolean isAbsent;
  private int end = -1;
  private int elements;
  private int chars;

  private HeaderTail(Deque<String> lines) {
    this.lines = lines;
    this.isAbsent = lines.isEmpty();
  }

  static HeaderTail of(@Nullable Enumeration<String> all) {
    Deque<String> last = new ArrayDeque<>();
    while (all != null && all.hasMoreElements()) {
      last.add(all.nextElement());
      if (last.size() > MOST_ELEMENTS + 1) {
        last.remove(); // a line is one element at least
      }
    }
    return new HeaderTail(last);
  }

  boolean isAbsent() {
    return isAbsent;
  }

  boolean hasMore() {
    return !lines.isEmpty();
  }

  /** Returns the next element to the left, blank for an empty one; null if that is too far. */
  @Nullable
  String next() {
    String line = lines.getLast();
    int right = end < 0 ? line.length() : end;
    int left = comma(line, right);
    if (++elements > MOST_ELEMENTS || chars > MOST_CHARS) {
      lines.clear();
      return null;
    }
    end = left;
    if (left < 0) {
      lines.removeLast();
    }
    return line.substring(left + 1, right).strip();
  }

  /** Returns where the comma is that begins the element up to {@code right}, -1 for none. */
  private int comma(String line, int right) {
    boolean isQuoted = false;
    for (int i = right - 1; i >= 0 && chars <= MOST_CHARS; i--) {
      chars++;
      char c = line.charAt(i);
      if (c == ',' && !isQuoted) {
        return i;
      }
      if (c == '"') {
        int slashes = isQuoted ? slashesBefore(line, i) : 0;
        isQuoted = !isQuoted || slashes % 2 == 1; // behind a backslash it is a part of the text
        i -= slashes;
        chars += slashes;
      }
    }
    return -1;
  }

  private static int slashesBefore(String line, int index) {
    int first = index;
    while (first > 0 && index - first < MOST_CHARS && line.charAt(first - 1) == '\\') {
      first--;
    }
    return index - first;
  }
}
