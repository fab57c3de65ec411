package dev.whence.doctor;

import dev.whence.config.Settings;
import dev.whence.report.ReporterProvider;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.util.List;

/**
 * All that is examined of one set-up.
 *
 * @param providers those whose reporters are examined, if the settings ask for them
 * @param others what else is examined, in the end
 */
public record Checkup(Settings settings, List<ReporterProvider> providers, List<Check> others) {
  public Checkup {
    providers = List.copyOf(providers);
    others = List.copyOf(others);
  }

  /** Examines everything. */
  public void run(Examination examination) {
    examination.run(Check.of("settings", this::readable));
    MachineChecks.all().forEach(examination::run);
    GeneralChecks.of(settings).forEach(examination::run);
    for (ReporterProvider provider : providers) {
      try {
        provider.checks(settings).forEach(examination::runInOrder);
      } catch (RuntimeException | LinkageError e) {
        examination.run(Check.of("reporters", () -> broken(provider, e)));
      }
    }
    others.forEach(examination::run);
  }

  /** Examines what there is where {@code settings} could not be read. */
  public static void runWithout(Finding settings, Examination examination) {
    examination.run(Check.of("settings", () -> settings));
    MachineChecks.all().forEach(examination::run);
    examination.run(
        Check.of("reporters", () -> Finding.skip("not examined, since settings failed")));
  }

  private Finding readable() {
    int changed = SettingsTable.changed(settings).size();
    return Finding.pass("all can be read, " + changed + " are not at their default");
  }

  private static Finding broken(ReporterProvider provider, Throwable failure) {
    return Finding.fail(
        provider.getClass().getName() + " failed with " + failure.getClass().getName(),
        "see that the class path has what this reporter needs, in versions that fit together");
  }
}
