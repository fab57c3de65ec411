package dev.whence.doctor;

import dev.whence.config.Setting;
import dev.whence.config.Settings;
import java.util.List;

/** Tells what is set, and where, without secrets. */
public final class SettingsTable {
  private SettingsTable() {}

  /** Returns a line for each setting that is not at its default. */
  public static List<String> changed(Settings settings) {
    return settings.table().stream()
        .filter(setting -> !settings.isDefault(setting))
        .map(setting -> line(setting, settings))
        .toList();
  }

  /** Returns a line for each setting. */
  public static List<String> all(Settings settings) {
    return settings.table().stream().map(setting -> line(setting, settings)).toList();
  }

  private static String line(Setting<?> setting, Settings settings) {
    String value = settings.shown(setting).orElse("");
    return value.isEmpty()
        ? setting.key() + " is not set"
        : setting.key() + " = " + value + " (" + settings.origin(setting) + ')';
  }
}
