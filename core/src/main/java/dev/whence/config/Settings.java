package dev.whence.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was set, read and checked. Immutable. */
public final class Settings {
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();

  private Settings() {}

  /**
   * Reads every setting of {@code table} from the first of {@code sources} that has it.
   *
   * @throws ConfigException if a source has a key that the table lacks, or a value cannot be read
   */
  public static Settings load(List<Setting<?>> table, List<Source> sources) {
    Map<String, Setting<?>> byKey = new HashMap<>();
    table.forEach(setting -> byKey.put(setting.key(), setting));
    Map<String, Source.Entry> found = new HashMap<>();
    for (Source source : sources) {
      source.entries().forEach((key, entry) -> {
        if (!byKey.containsKey(key)) {
          throw unknown(key, entry.origin(), byKey.keySet());
        }
        found.putIfAbsent(key, entry);
      });
    }
    addPreset(found);
    Settings settings = new Settings();
    table.forEach(setting -> settings.read(setting, found.get(setting.key())));
    return settings;
  }

  private static void addPreset(Map<String, Source.Entry> found) {
    Source.Entry environment = found.get(Keys.ENVIRONMENT.key());
    String name = environment == null ? "" : environment.value();
    Preset preset = Preset.of(name);
    preset
        .settings()
        .forEach((key, value) ->
            found.putIfAbsent(key, new Source.Entry(value, "the preset of " + name)));
  }

  private static ConfigException unknown(String key, String origin, Iterable<String> known) {
    List<String> nearest = new ArrayList<>();
    known.forEach(nearest::add);
    nearest.sort(Comparator.<String>comparingInt(k -> distance(key, k)).thenComparing(k -> k));
    return new ConfigException("unknown setting \""
        + Values.shortened(key)
        + "\" from "
        + Values.shortened(origin)
        + ": did you mean \""
        + nearest.get(0)
        + "\"?");
  }

  /** Counts the edits from one key to the other (Levenshtein, 1966). */
  private static int distance(String from, String to) {
    String left = Values.shortened(from);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (left.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }

  private void read(Setting<?> setting, Source.@Nullable Entry entry) {
    String text = entry == null ? setting.defaultText() : entry.value();
    if (text == null) {
      return;
    }
    String origin = entry == null ? "default" : entry.origin();
    try {
      values.put(setting.key(), setting.parser().apply(text));
      origins.put(setting.key(), origin);
    } catch (IllegalArgumentException e) {
      throw ConfigException.of(
          setting.key(), origin, setting.shown(text), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the value of a setting that has a default.
   *
   * @throws IllegalStateException if it has none and was not set
   */
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalStateException("no value for \"" + setting.key() + '"'));
  }

  @SuppressWarnings("unchecked") // only the setting's own parser puts a value under its key
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable((T) values.get(setting.key()));
  }

  /** Returns the error that says why the value of {@code setting} cannot be used. */
  public ConfigException error(Setting<?> setting, String remedy) {
    String origin = origins.getOrDefault(setting.key(), "default");
    Object value = values.getOrDefault(setting.key(), "");
    return ConfigException.of(setting.key(), origin, setting.shown(String.valueOf(value)), remedy);
  }
}
