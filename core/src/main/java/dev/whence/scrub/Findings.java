package dev.whence.scrub;

import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers where in one event which rule masked something, never what. For one thread. */
final class Findings implements Rule.Sink {
  private static final int LISTED = 50;
  private static final int NAME_LIMIT = 100;

  private final Tally tally;
  private final StringBuilder path = new StringBuilder();
  private final List<Map<String, String>> listed = new ArrayList<>();
  private int more;

  Findings(Tally tally) {
    this.tally = tally;
  }

  /** Goes down to the part {@code name}; returns what {@link #leave} needs to come back. */
  int enter(String name) {
    int mark = path.length();
    path.append(mark == 0 ? "" : ".");
    path.append(name, 0, Math.min(name.length(), NAME_LIMIT));
    return mark;
  }

  /** Comes back to where {@code mark} was taken. */
  void leave(int mark) {
    path.setLength(mark);
  }

  int mark() {
    return path.length();
  }

  @Override
  public void hit(Rule rule) {
    tally.hit(rule);
    note(rule.id());
  }

  void failure() {
    tally.failure();
    note("failed");
  }

  /** Notes what was left out because its sender got it wrong; nothing failed here. */
  void withheld() {
    note("failed");
  }

  private void note(String rule) {
    Map<String, String> finding = Map.of("path", path.toString(), "rule", rule);
    boolean isRepeated = !listed.isEmpty() && listed.get(listed.size() - 1).equals(finding);
    if (isRepeated) {
      return;
    }
    if (listed.size() < LISTED) {
      listed.add(finding);
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  /** Returns the first findings, each as its path and the rule's ID. */
  List<Map<String, String>> listed() {
    return List.copyOf(listed);
  }

  /** Returns how many findings are not listed. */
  int more() {
    return more;
  }
}
