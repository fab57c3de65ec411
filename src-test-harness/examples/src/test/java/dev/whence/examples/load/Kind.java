package dev.whence.examples.load;

import java.util.Locale;

/** The ways in which a request is worked on, half of them to no good. */
enum Kind {
  DONE(false),
  THROWN(true),
  RESUMED(false),
  RESUMED_WITH_FAILURE(true),
  STAGED(false),
  STAGE_FAILED(true);

  private final boolean isFailing;

  Kind(boolean isFailing) {
    this.isFailing = isFailing;
  }

  static Kind of(int number) {
    return values()[number % values().length];
  }

  boolean isFailing() {
    return isFailing;
  }

  /** Returns the part of the path that leads to the method of {@link WorkResource}. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}
