package dev.whence.bench.contend;

import dev.whence.event.Category;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.util.Set;

/** Takes all and keeps nothing. For any thread. */
public final class Sink implements Reporter {
  @Override
  public String name() {
    return "sink";
  }

  @Override
  public Set<Category> categories() {
    return Set.of(Category.ERROR, Category.TRANSACTION);
  }

  @Override
  public Outcome report(Batch batch) {
    return batch.accepted();
  }
}
