package dev.whence.setup;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.config.Source;
import dev.whence.config.value.JournalMode;
import dev.whence.report.ReporterProvider;
import dev.whence.scrub.Scrubber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is to be built from: the settings, the scrubber that they ask for, and who
 * builds reporters by them.
 */
public record Plan(
    Settings settings,
    JournalMode journalMode,
    Scrubber scrubber,
    List<ReporterProvider> providers) {
  /**
   * Reads the settings, those of the reporters among them.
   *
   * @param sources where values come from, the nearest first
   * @param loader of the application, for its reporters
   * @param given the scrubber to take whatever the settings ask for
   * @throws dev.whence.config.ConfigException if a setting is wrong
   */
  public static Plan of(
      List<Source> sources, @Nullable ClassLoader loader, @Nullable Scrubber given) {
    List<ReporterProvider> providers = Services.of(ReporterProvider.class, loader);
    List<Setting<?>> table = new ArrayList<>(Keys.all());
    providers.forEach(provider -> table.addAll(provider.settings()));
    Settings settings = Settings.load(table, sources);
    Scrubber asked = Scrubbing.by(settings);
    return new Plan(settings, Journals.mode(settings), given == null ? asked : given, providers);
  }
}
