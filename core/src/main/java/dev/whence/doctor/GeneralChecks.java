package dev.whence.doctor;

import dev.whence.config.Keys;
import dev.whence.config.Setting;
import dev.whence.config.Settings;
import dev.whence.config.value.JournalMode;
import dev.whence.report.check.Check;
import dev.whence.report.check.DirectoryChecks;
import dev.whence.report.check.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the settings say about events, whoever reports them. */
final class GeneralChecks {
  /** What an event takes, about: three exceptions with sixty frames. */
  private static final int EVENT = 6 << 10;

  private static final int FEW = 100;

  private final Settings settings;

  private GeneralChecks(Settings settings) {
    this.settings = settings;
  }

  static List<Check> of(Settings settings) {
    GeneralChecks checks = new GeneralChecks(settings);
    List<Check> general = List.of(
        Check.of("enabled", checks::enabled),
        Check.of("environment", checks::environment),
        Check.of("release", checks::release),
        Check.of("sample-rate", checks::sampleRate),
        new PrivacyCheck(settings));
    return Stream.concat(general.stream(), checks.journal()).toList();
  }

  /** Asks whether what waits can be kept where the settings want it. */
  private Stream<Check> journal() {
    boolean isInMemory = settings.find(Keys.JOURNAL_MODE).equals(Optional.of(JournalMode.MEMORY));
    Optional<Path> directory = settings.find(Keys.JOURNAL_DIR).filter(path -> !isInMemory);
    Check kept = Check.of("journal", () -> kept(directory.isPresent()));
    return Stream.concat(
        Stream.of(kept),
        directory
            .map(path -> DirectoryChecks.of("journal", path, settings.get(Keys.JOURNAL_BYTES)))
            .orElse(List.of())
            .stream());
  }

  private Finding kept(boolean onDisk) {
    int bytes = settings.get(Keys.JOURNAL_BYTES);
    String text = settings.shown(Keys.JOURNAL_BYTES).orElse("") + " on "
        + (onDisk ? "disk" : "the heap") + ", about " + bytes / EVENT + " events";
    return bytes < FEW * EVENT
        ? Finding.warn(
            text + ": fewer than one bad minute brings",
            "make \"journal-bytes\" larger (" + origin(Keys.JOURNAL_BYTES) + ')')
        : Finding.pass(text);
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
