package dev.whence.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place where settings come from: texts by key, each with the name under which it stands there.
 * Immutable.
 */
public final class Source {
  private static final String PREFIX = "whence.";
  private static final String ENVIRONMENT_PREFIX = "WHENCE_";
  private static final String FILE = "whence.properties";

  /** What Kubernetes puts into the environment for a service named whence; no settings of ours. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile("WHENCE_(SERVICE_(HOST|PORT.*)|PORT(_\\d+_(TCP|UDP).*)?)");

  private static final Map<String, String> FIELD_NAMES = Map.of(
      "SENTRY_DSN", "dsn",
      "SENTRY_ENVIRONMENT", "environment",
      "SENTRY_RELEASE", "release",
      "SENTRY_SAMPLE_RATE", "sample-rate",
      "SENTRY_TRACES_SAMPLE_RATE", "traces-sample-rate");

  private static final Map<String, String> PLAIN_NAMES =
      Map.of("ENVIRONMENT", "environment", "VERSION", "release");

  /** A text and where it was found. */
  record Entry(String value, String origin) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Source() {}

  /** Returns settings by their keys, found in {@code place}. */
  public static Source of(String place, Map<String, String> values) {
    Source source = new Source();
    values.forEach((key, value) -> source.add(key, value, place));
    return source;
  }

  /** Returns what begins with {@code whence.} among {@code values}, found in {@code place}. */
  public static Source prefixed(String place, Map<String, String> values) {
    Source source = new Source();
    values.forEach((name, value) -> {
      if (name.startsWith(PREFIX)) {
        source.add(name.substring(PREFIX.length()), value, place + ' ' + name);
      }
    });
    return source;
  }

  public static Source systemProperties() {
    Map<String, String> values = new LinkedHashMap<>();
    Properties properties = System.getProperties();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return prefixed("system property", values);
  }

  /** Returns the variables {@code WHENCE_X_Y} of an environment. */
  public static Source environment(Map<String, String> variables) {
    Source source = new Source();
    variables.forEach((name, value) -> {
      if (name.startsWith(ENVIRONMENT_PREFIX) && !SERVICE_LINK.matcher(name).matches()) {
        String key = name.substring(ENVIRONMENT_PREFIX.length()).replace('_', '-');
        source.add(key.toLowerCase(Locale.ROOT), value, "environment variable " + name);
      }
    });
    return source;
  }

  /** Returns the variables that other kits of the field read too, such as {@code SENTRY_DSN}. */
  public static Source fieldNames(Map<String, String> variables) {
    Source source = new Source();
    addNamed(source, PLAIN_NAMES, variables);
    addNamed(source, FIELD_NAMES, variables);
    return source;
  }

  private static void addNamed(
      Source source, Map<String, String> names, Map<String, String> variables) {
    names.forEach((name, key) -> {
      String value = variables.get(name);
      if (value != null) {
        source.add(key, value, "environment variable " + name);
      }
    });
  }

  /**
   * Returns what the file {@code whence.properties} on {@code loader}'s class path holds.
   *
   * @throws ConfigException if it is there and cannot be read
   */
  public static Source propertiesFile(@Nullable ClassLoader loader) {
    Source source = new Source();
    try (InputStream stream = loader == null
        ? ClassLoader.getSystemResourceAsStream(FILE)
        : loader.getResourceAsStream(FILE)) {
      if (stream != null) {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        properties
            .stringPropertyNames()
            .forEach(name -> source.add(withoutPrefix(name), properties.getProperty(name), FILE));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          FILE + " cannot be read (" + e.getMessage() + ')',
          "make it a UTF-8 file of lines such as environment=staging");
    }
    return source;
  }

  /** Returns {@code name} without the prefix that system properties need. */
  public static String withoutPrefix(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  private void add(String key, String value, String origin) {
    if (!value.isBlank()) {
      entries.put(key, new Entry(value.strip(), origin));
    }
  }

  Map<String, Entry> entries() {
    return entries;
  }
}
