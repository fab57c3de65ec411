package dev.whence.doctor;

import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import dev.whence.report.check.Finding.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks and hands on what they find, each as soon as it is known. For one thread; once that
 * is interrupted, nothing more is run or found.
 */
public final class Examination {
  private final boolean isSending;
  private final Consumer<Result> results;
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  /**
   * Makes an examination.
   *
   * @param isSending whether checks that send something are run too
   */
  public Examination(boolean isSending, Consumer<Result> results) {
    this.isSending = isSending;
    this.results = results;
  }

  /** Runs checks of which each relies on those before: after one that fails, none. */
  void runInOrder(List<Check> checks) {
    @Nullable String failed = null;
    for (Check check : checks) {
      if (failed != null) {
        tell(check, Finding.skip("not examined, since " + failed + " failed"));
      } else if (run(check) == Verdict.FAIL) {
        failed = check.name();
      }
    }
  }

  /** Runs a check and returns what is to be thought of what it finds. */
  public Verdict run(Check check) {
    Finding finding = check.isSending() && !isSending
        ? Finding.skip("nothing is sent in this examination")
        : found(check);
    tell(check, finding);
    return finding.verdict();
  }

  private static Finding found(Check check) {
    if (Thread.currentThread().isInterrupted()) {
      return Finding.skip("interrupted");
    }
    try {
      return check.run();
    } catch (Exception | LinkageError e) {
      // by type alone: a message may hold a secret
      return Finding.fail(
          "the check itself failed with " + e.getClass().getName(),
          "see that the class path has what the reporter needs, in versions that fit together");
    }
  }

  private void tell(Check check, Finding finding) {
    if (!Thread.currentThread().isInterrupted()) {
      counts.merge(finding.verdict(), 1, Integer::sum);
      results.accept(new Result(check.name(), finding));
    }
  }

  /** Returns how many checks found something of this kind so far. */
  public int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }
}
