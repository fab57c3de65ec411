package dev.whence.doctor;

import dev.whence.config.ConfigException;
import dev.whence.config.Settings;
import dev.whence.report.Reporter;
import dev.whence.report.ReporterProvider;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.util.List;

/**
 * Whether anything reports. A reporter that cannot be examined otherwise is built, and closed at
 * once.
 */
public final class ReportersCheck implements Check {
  private final Settings settings;
  private final List<ReporterProvider> providers;
  private final int inCode;

  /**
   * Makes a check.
   *
   * @param inCode how many reporters code has added
   */
  public ReportersCheck(Settings settings, List<ReporterProvider> providers, int inCode) {
    this.settings = settings;
    this.providers = List.copyOf(providers);
    this.inCode = inCode;
  }

  @Override
  public String name() {
    return "reporters";
  }

  @Override
  public Finding run() {
    try {
      return ofCount(inCode + providers.stream().mapToInt(this::count).sum());
    } catch (ConfigException e) {
      return Finding.fail(e.problem(), e.remedy());
    }
  }

  private int count(ReporterProvider provider) {
    int examined = provider.checks(settings).size();
    if (examined > 0) {
      return examined;
    }
    List<Reporter> built = provider.create(settings);
    built.forEach(Reporter::close);
    return built.size();
  }

  /** Says what it means that so many are set. */
  public static Finding ofCount(int count) {
    return count > 0
        ? Finding.pass(count + " set")
        : Finding.warn(
            "none is set: events go to the log and nowhere else",
            "set \"dsn\" (SENTRY_DSN), or \"json-lines-path\" (WHENCE_JSON_LINES_PATH)");
  }
}
