package dev.whence.config;

import dev.whence.config.value.Values;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of settings: a key, what values it takes, what holds without one.
 *
 * @param key lower case with hyphens, such as {@code close-timeout}
 * @param type what a reader is told about the values, such as {@code duration}
 * @param defaultText the default as one would write it, null for none
 * @param help one line
 * @param isSecret whether the value must never be shown
 * @param parser reads a value; throws IllegalArgumentException with the remedy as its message
 * @param <T> what the parser makes of a value
 */
public record Setting<T>(
    String key,
    String type,
    @Nullable String defaultText,
    String help,
    boolean isSecret,
    Function<String, T> parser) {

  /** Returns {@code value} as it may be shown in a message. */
  public String shown(String value) {
    return isSecret ? "[Filtered]" : Values.shortened(value);
  }
}
