package dev.whence.config;

import dev.whence.config.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the table of settings. */
final class Rows {
  private Rows() {}

  static <T> Setting<T> row(
      String key,
      String type,
      @Nullable String defaultText,
      String help,
      Function<String, T> parser) {
    return new Setting<>(key, type, defaultText, help, false, parser);
  }

  static Setting<String> text(String key, @Nullable String defaultText, String help) {
    return row(key, "text", defaultText, help, Values::text);
  }

  static Setting<String> secret(String key, String help) {
    return new Setting<>(key, "secret text", null, help, true, Values::text);
  }

  static Setting<Boolean> flag(String key, String defaultText, String help) {
    return row(key, "true or false", defaultText, help, Values::flag);
  }

  static Setting<Integer> bytes(String key, String defaultText, String help) {
    return row(key, "size", defaultText, help, Values::bytes);
  }

  static Setting<Duration> duration(String key, String defaultText, String help) {
    return row(key, "duration", defaultText, help, Values::duration);
  }

  static Setting<List<String>> list(String key, String defaultText, String help) {
    return row(key, "list", defaultText, help, Values::list);
  }
}
