package dev.whence;

import dev.whence.doctor.Checkup;
import dev.whence.doctor.ReportersCheck;
import dev.whence.doctor.StartReport;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.lang.System.Logger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is examined of an instance that starts, in debug. */
final class StartChecks {
  private StartChecks() {}

  /**
   * Makes the report of an instance.
   *
   * @param reporters how many are set
   */
  static StartReport report(Plan plan, int reporters, @Nullable ClassLoader loader, Logger log) {
    List<Check> others = List.of(
        Check.of("reporters", () -> ReportersCheck.ofCount(reporters)),
        Check.of("instances", () -> instances(Instances.count(loader))));
    return new StartReport(new Checkup(plan.settings(), plan.providers(), others), log, loader);
  }

  private static Finding instances(int live) {
    return live < 2
        ? Finding.pass("no other on this class loader")
        : Finding.warn(
            live + " live instances share one class loader: Whence.current() is none of them"
                + " outside a request",
            "close those that nobody needs, or keep a reference to the one that you mean");
  }
}
