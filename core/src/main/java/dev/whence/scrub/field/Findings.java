package dev.whence.scrub.field;

import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers where in one event which rule masked how much, never what. For one thread. */
public final class Findings implements Rule.Sink {
  private static final int MOST_LISTED = 50;
  private static final int NAME_LIMIT = 100;
  private static final int PATH_LIMIT = 500;

  private final Tally tally;
  private final StringBuilder path = new StringBuilder();
  private final List<Finding> listed = new ArrayList<>();
  private final int mostListed;
  private int more;

  public Findings(Tally tally) {
    this(tally, MOST_LISTED);
  }

  private Findings(Tally tally, int mostListed) {
    this.tally = tally;
    this.mostListed = mostListed;
  }

  /** Returns findings that are counted only. */
  public static Findings unlisted(Tally tally) {
    return new Findings(tally, 0);
  }

  /** Goes down to the part {@code name}; returns what {@link #leave} needs to come back. */
  public int enter(String name) {
    int mark = path.length();
    if (mark < PATH_LIMIT) {
      path.append(mark == 0 ? "" : ".");
      path.append(name, 0, Math.min(name.length(), NAME_LIMIT));
    }
    return mark;
  }

  /** Goes down to the part whose name stands in {@code text}. */
  public void enter(String text, int start, int end) {
    int mark = path.length();
    if (mark < PATH_LIMIT) {
      path.append(mark == 0 ? "" : ".");
      path.append(text, start, Math.min(end, start + NAME_LIMIT));
    }
  }

  /** Comes back to where {@code mark} was taken. */
  public void leave(int mark) {
    path.setLength(mark);
  }

  public int mark() {
    return path.length();
  }

  @Override
  public void hit(Rule rule, int length) {
    tally.hit(rule, length);
    note(rule.id(), length);
  }

  public void failure() {
    tally.failure();
    note("failed", 0);
  }

  private void note(String rule, int length) {
    if (isFull()) {
      more++;
    } else {
      listed.add(new Finding(path.toString(), rule, length));
    }
  }

  /** Whether no more findings are listed, so that nobody needs to know where they are. */
  public boolean isFull() {
    return listed.size() >= mostListed;
  }

  public boolean isEmpty() {
    return listed.isEmpty();
  }

  /**
   * Returns the first findings, each as its path, the rule's ID and how many characters it took.
   */
  public List<Map<String, Object>> listed() {
    return listed.stream().map(Finding::toMap).toList();
  }

  /** Returns how many findings are not listed. */
  public int more() {
    return more;
  }

  private record Finding(String path, String rule, int length) {
    Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("path", path);
      map.put("rule", rule);
      map.put("length", length);
      return map;
    }
  }
}
