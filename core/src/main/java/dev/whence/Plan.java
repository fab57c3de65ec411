package dev.whence;

import dev.whence.config.JournalMode;
import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.report.ReporterProvider;
import dev.whence.scrub.Scrubber;
import dev.whence.setup.Journals;
import dev.whence.setup.Scrubbing;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is to be built from: the settings, the scrubber that they ask for, and who
 * builds reporters by them.
 */
record Plan(
    Settings settings,
    JournalMode journalMode,
    Scrubber scrubber,
    List<ReporterProvider> providers) {
  /**
   * Reads what {@code builder} names and what customizers make of it.
   *
   * @throws dev.whence.config.ConfigException if a setting is wrong
   */
  static Plan of(WhenceBuilder builder) {
    for (WhenceCustomizer customizer : services(WhenceCustomizer.class, builder.loader)) {
      customizer.customize(builder);
    }
    List<ReporterProvider> providers = services(ReporterProvider.class, builder.loader);
    List<Setting<?>> table = new ArrayList<>(Keys.all());
    providers.forEach(provider -> table.addAll(provider.settings()));
    Settings settings = Settings.load(table, builder.sources());
    Scrubber asked = Scrubbing.by(settings);
    return new Plan(
        settings,
        Journals.mode(settings),
        builder.scrubber == null ? asked : builder.scrubber,
        providers);
  }

  /** Finds services in the application and beside Whence itself, each class once. */
  private static <S> List<S> services(Class<S> type, @Nullable ClassLoader application) {
    List<S> found = new ArrayList<>();
    List<Class<?>> seen = new ArrayList<>();
    for (@Nullable ClassLoader loader : new ClassLoader[] {application, type.getClassLoader()}) {
      for (S service : ServiceLoader.load(type, loader)) {
        if (!seen.contains(service.getClass())) {
          seen.add(service.getClass());
          found.add(service);
        }
      }
    }
    return found;
  }
}
