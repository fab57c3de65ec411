package dev.whence.delivery;

import dev.whence.delivery.RecordingReporter.Answer;
import java.io.IOException;

/** What reporters do when things go wrong. */
final class Answers {
  static final Answer OUTAGE = batch -> {
    throw new IOException("no route");
  };

  static final Answer CONFUSION = batch -> {
    throw new IllegalStateException("confused by " + batch);
  };

  private Answers() {}
}
