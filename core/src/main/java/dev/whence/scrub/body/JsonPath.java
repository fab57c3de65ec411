package dev.whence.scrub.body;

import dev.whence.scrub.field.FieldScrubber;
import dev.whence.scrub.field.Findings;
import dev.whence.scrub.field.MemberName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a reader of JSON is: the open objects and lists and their names. For one thread. */
final class JsonPath {
  private static final int TOLD = 32;
  private static final int OF_A_LIST = -1;

  private final String text;
  private final FieldScrubber fields;
  private final StringBuilder closers = new StringBuilder();

  /** For each open bracket where its name begins and ends; in lists OF_A_LIST and the index. */
  private int[] places = new int[16];

  /** For each open bracket its name if it is a short clean one. */
  private @Nullable MemberName[] names = new MemberName[8];

  /** For each open bracket how many values were read in it. */
  private int[] counts = new int[8];

  JsonPath(String text, FieldScrubber fields) {
    this.text = text;
    this.fields = fields;
  }

  int depth() {
    return closers.length();
  }

  boolean isInObject() {
    return depth() > 0 && closers.charAt(depth() - 1) == '}';
  }

  boolean isInList() {
    return depth() > 0 && closers.charAt(depth() - 1) == ']';
  }

  /**
   * Goes into an object or list, under the name from {@code nameStart} if that is not negative.
   *
   * @param name what is known of it
   */
  void enter(char bracket, int nameStart, int nameEnd, @Nullable MemberName name) {
    int depth = depth();
    if (depth == counts.length) {
      counts = Arrays.copyOf(counts, 2 * depth);
      names = Arrays.copyOf(names, 2 * depth);
      places = Arrays.copyOf(places, 4 * depth);
    }
    places[2 * depth] = nameStart;
    places[2 * depth + 1] = nameStart >= 0 || depth == 0 ? nameEnd : counts[depth - 1];
    names[depth] = name;
    counts[depth] = 0;
    closers.append(bracket == '{' ? '}' : ']');
  }

  void leave() {
    closers.setLength(Math.max(0, depth() - 1));
  }

  /** Goes to the next value. */
  void next() {
    if (depth() > 0) {
      counts[depth() - 1]++;
    }
  }

  void closeAll(StringBuilder out) {
    for (int i = depth() - 1; i >= 0; i--) {
      out.append(closers.charAt(i));
    }
  }

  /** Enters into {@code findings} the names and indexes of what is open, and of the value. */
  void tell(Findings findings, int nameStart, int nameEnd, @Nullable MemberName name) {
    if (findings.isFull()) {
      return;
    }
    for (int i = 1; i < Math.min(depth(), TOLD); i++) {
      tellOne(findings, places[2 * i], places[2 * i + 1], names[i]);
    }
    if (nameStart >= 0) {
      tellOne(findings, nameStart, nameEnd, name);
    } else if (isInList()) {
      tellOne(findings, OF_A_LIST, counts[depth() - 1], null);
    }
  }

  private void tellOne(Findings findings, int start, int end, @Nullable MemberName name) {
    if (start < 0) {
      findings.enter(String.valueOf(end));
    } else if (name != null) {
      findings.enter(name.text());
    } else {
      findings.enter(fields.scan(JsonStrings.plain(text, start, end), (rule, length) -> {}));
    }
  }
}
