package dev.whence.delivery;

/** How many records delivery has taken. */
record Recorded(long errors, long traces) {
  static final Recorded NONE = new Recorded(0, 0);

  Recorded andAnError() {
    return new Recorded(errors + 1, traces);
  }

  Recorded andATrace() {
    return new Recorded(errors, traces + 1);
  }
}
