package dev.whence.doctor;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.util.List;

/** What the settings say about events, whoever reports them. */
final class GeneralChecks {
  private final Settings settings;

  private GeneralChecks(Settings settings) {
    this.settings = settings;
  }

  static List<Check> of(Settings settings) {
    GeneralChecks checks = new GeneralChecks(settings);
    return List.of(
        Check.of("enabled", checks::enabled),
        Check.of("environment", checks::environment),
        Check.of("release", checks::release),
        Check.of("sample-rate", checks::sampleRate),
        new PrivacyCheck(settings));
  }

  private Finding enabled() {
    return settings.get(Keys.ENABLED)
        ? Finding.pass("Whence is on")
        : Finding.warn(
            "Whence is off, by " + origin(Keys.ENABLED),
            "set \"enabled\" to true (WHENCE_ENABLED=true), or leave it out");
  }

  private Finding environment() {
    String environment = settings.get(Keys.ENVIRONMENT);
    List<String> reporting = settings.get(Keys.REPORT_ENVIRONMENTS);
    if (reporting.isEmpty() || reporting.contains(environment)) {
      return Finding.pass('"' + environment + "\" reports");
    }
    return Finding.warn(
        '"' + environment + "\" is not among \"report-environments\", which are "
            + String.join(", ", reporting) + ": Whence is off",
        "add it to \"report-environments\" (" + origin(Keys.REPORT_ENVIRONMENTS)
            + "), or set \"environment\" (" + origin(Keys.ENVIRONMENT) + ')');
  }

  private Finding release() {
    return settings
        .find(Keys.RELEASE)
        .map(release -> Finding.pass('"' + release + '"'))
        .orElseGet(() -> Finding.warn(
            "not set: events do not tell which release they come from",
            "set \"release\" (WHENCE_RELEASE or SENTRY_RELEASE), such as shop@2.4.1"));
  }

  private Finding sampleRate() {
    double rate = settings.get(Keys.SAMPLE_RATE);
    return rate > 0
        ? Finding.pass(rate + " of the error events are kept")
        : Finding.warn(
            "0.0 by " + origin(Keys.SAMPLE_RATE) + ": nothing is sent",
            "set \"sample-rate\" above 0.0, or leave it out");
  }

  private String origin(Setting<?> setting) {
    return settings.origin(setting);
  }
}
