package dev.whence.report;

import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.report.check.Check;
import java.util.List;
import java.util.Optional;

/**
 * Builds a reporter from the settings. Found by {@link java.util.ServiceLoader}; called once for
 * each instance of Whence, while it is built.
 */
public interface ReporterProvider {
  /** The settings that this provider reads and that the table does not have yet. */
  default List<Setting<?>> settings() {
    return List.of();
  }

  /**
   * Returns the reporter that {@code settings} ask for, or nothing if they ask for none.
   *
   * @throws dev.whence.config.ConfigException if they ask for one that cannot be built
   */
  Optional<Reporter> create(Settings settings);

  /**
   * Returns all the reporters that {@code settings} ask for, for a provider that knows several;
   * this is the method that is called.
   *
   * @throws dev.whence.config.ConfigException if they ask for one that cannot be built
   */
  default List<Reporter> createAll(Settings settings) {
    return create(settings).stream().toList();
  }

  /**
   * Returns what can be examined of the reporter that {@code settings} ask for, without building
   * it; nothing if they ask for none, or nothing can be. Each check relies on those before: after
   * one that fails, the rest are left out. Whatever may take time belongs into the checks.
   */
  default List<Check> checks(Settings settings) {
    return List.of();
  }
}
