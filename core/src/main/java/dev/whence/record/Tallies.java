package dev.whence.record;

import dev.whence.event.Category;

/** The first sum, of errors and of all else apart. */
public record Tallies(Tally errors, Tally traces) {
  public Tallies() {
    this(new Tally(), new Tally());
  }

  Tally of(Category category) {
    return category == Category.ERROR ? errors : traces;
  }
}
