package dev.whence.setup;

import dev.whence.doctor.Checkup;
import dev.whence.doctor.ReportersCheck;
import dev.whence.doctor.StartReport;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.lang.System.Logger;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What is examined of an instance that starts, in debug. */
public final class StartChecks {
  private StartChecks() {}

  /**
   * Makes the report of an instance.
   *
   * @param reporters how many are set
   * @param instances counts those that live on the class loader, this one too
   */
  public static StartReport report(
      Plan plan, int reporters, IntSupplier instances, @Nullable ClassLoader loader, Logger log) {
    List<Check> others = List.of(
        Check.of("reporters", () -> ReportersCheck.ofCount(reporters)),
        Check.of("instances", () -> instances(instances.getAsInt())));
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
