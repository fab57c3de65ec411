package dev.whence.config;

import dev.whence.config.value.Values;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was set, read and checked. Immutable. */
public final class Settings {
  private static final String DEFAULT = "default";

  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, String> shown = new HashMap<>();
  private final List<Setting<?>> table;

  private Settings(List<Setting<?>> table) {
    this.table = List.copyOf(table);
  }

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
    addPreset(byKey, found);
    Settings settings = new Settings(table);
    table.forEach(setting -> settings.read(setting, found.get(setting.key())));
    return settings;
  }

  /** Adds what the environment's preset makes other than the defaults. */
  private static void addPreset(Map<String, Setting<?>> byKey, Map<String, Source.Entry> found) {
    Source.Entry environment = found.get(Keys.ENVIRONMENT.key());
    String name = environment == null ? "" : environment.value();
    Preset.of(name).settings().forEach((key, value) -> {
      Setting<?> setting = byKey.get(key);
      if (setting != null && !value.equals(setting.defaultText())) {
        found.putIfAbsent(key, new Source.Entry(value, "the preset of " + name));
      }
    });
  }

  private static ConfigException unknown(String key, String origin, Collection<String> known) {
    return new ConfigException(
        "unknown setting \"" + Values.shortened(key) + "\" from " + Values.shortened(origin),
        "did you mean \"" + Nearest.to(key, known) + "\"?");
  }

  private void read(Setting<?> setting, Source.@Nullable Entry entry) {
    String text = entry == null ? setting.defaultText() : entry.value();
    if (text == null) {
      return;
    }
    String origin = entry == null ? DEFAULT : entry.origin();
    try {
      values.put(setting.key(), setting.parser().apply(text));
      origins.put(setting.key(), origin);
      shown.put(setting.key(), setting.shown(text));
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

  /** Returns the settings that there are, set or not, in reading order. */
  public List<Setting<?>> table() {
    return table;
  }

  /** Says whether {@code setting} has what it would have had nobody said a word. */
  public boolean isDefault(Setting<?> setting) {
    return origin(setting).equals(DEFAULT);
  }

  /** Returns where the value was found, in words for people. */
  public String origin(Setting<?> setting) {
    return origins.getOrDefault(setting.key(), DEFAULT);
  }

  /** Returns the value as it may be shown, which a secret's is not; empty if there is none. */
  public Optional<String> shown(Setting<?> setting) {
    return Optional.ofNullable(shown.get(setting.key()));
  }

  /** Returns the error that says why the value of {@code setting} cannot be used. */
  public ConfigException error(Setting<?> setting, String remedy) {
    return ConfigException.of(setting.key(), origin(setting), shown(setting).orElse(""), remedy);
  }
}
