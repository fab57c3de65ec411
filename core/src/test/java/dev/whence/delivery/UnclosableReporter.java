package dev.whence.delivery;

import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;

/** Accepts everything and throws when it is closed. */
final class UnclosableReporter implements Reporter {
  @Override
  public String name() {
    return "unclosable";
  }

  @Override
  public Outcome report(Batch batch) {
    return batch.accepted();
  }

  @Override
  public void close() {
    throw new IllegalStateException("jammed");
  }
}
