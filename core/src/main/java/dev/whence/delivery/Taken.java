package dev.whence.delivery;

import dev.whence.event.Category;
import dev.whence.report.Reporter;
import java.util.EnumSet;
import java.util.Set;

/** Keeps from reporters what they do not take. */
final class Taken {
  private static final Set<Category> ALL = EnumSet.allOf(Category.class);

  private Taken() {}

  /** Returns {@code reporter}, or one that leaves out for it the categories it does not name. */
  static Reporter by(Reporter reporter) {
    Set<Category> taken = reporter.categories();
    return taken.containsAll(ALL)
        ? reporter
        : reporter.onlyRecords(record -> taken.contains(record.category()));
  }
}
