package dev.whence.config;

import java.util.Locale;
import java.util.Map;

/** What holds in an environment unless a setting says otherwise. */
public enum Preset {
  DEVELOPMENT(true, true, 1.0),
  STAGING(false, true, 0.5),
  PRODUCTION(false, false, 0.1);

  private final boolean debug;
  private final boolean attachStacktrace;
  private final double tracesSampleRate;

  Preset(boolean debug, boolean attachStacktrace, double tracesSampleRate) {
    this.debug = debug;
    this.attachStacktrace = attachStacktrace;
    this.tracesSampleRate = tracesSampleRate;
  }

  /** Returns the preset that has the environment's name, else that of production. */
  public static Preset of(String environment) {
    return switch (environment.toLowerCase(Locale.ROOT)) {
      case "development", "dev" -> DEVELOPMENT;
      case "staging" -> STAGING;
      default -> PRODUCTION;
    };
  }

  /** Returns the settings that this preset makes, by key. */
  public Map<String, String> settings() {
    return Map.of(
        Keys.DEBUG.key(), String.valueOf(debug),
        Keys.ATTACH_STACKTRACE.key(), String.valueOf(attachStacktrace),
        TraceKeys.SAMPLE_RATE.key(), String.valueOf(tracesSampleRate));
  }
}
