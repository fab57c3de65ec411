package dev.whence.report;

import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.report.check.Check;
import java.util.List;

/**
 * Builds reporters from the settings. Found by {@link java.util.ServiceLoader}; called once for
 * each instance of Whence, while it is built.
 */
public interface ReporterProvider {
  /** The settings that this provider reads and that the table does not have yet. */
  default List<Setting<?>> settings() {
    return List.of();
  }

  /**
   * Returns the reporters that {@code settings} ask for, mostly one or none.
   *
   * @throws dev.whence.config.ConfigException if they ask for one that cannot be built
   */
  List<Reporter> create(Settings settings);

  /**
   * Returns what can be examined of the reporters that {@code settings} ask for, without building
   * them: a list for each. In a list each check relies on those before: after one that fails, the
   * rest are left out. Whatever may take time belongs into the checks.
   */
  default List<List<Check>> checks(Settings settings) {
    return List.of();
  }
}
