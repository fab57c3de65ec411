package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import dev.whence.report.Batch;
import dev.whence.report.Outcome;
import dev.whence.report.Reporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Doctor says about settings, files, and himself. */
class DoctorTest {
  private static final Map<String, String> WELL =
      Map.of("SENTRY_RELEASE", "shop@1", "WHENCE_LOG_EVENTS", "true");

  @TempDir
  private Path folder;

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(WELL);
    environment.put(name, value);
    return environment;
  }

  // A set-up that is in order.

  @Test
  void isContentWithASetUpThatIsInOrderAndItsEventArrives() {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.ok().header("Date", date(Instant.now())));
      Map<String, String> environment = Map.of(
          "SENTRY_DSN", ingest.dsn(),
          "SENTRY_RELEASE", "shop@1",
          "SENTRY_ENVIRONMENT", "staging",
          "WHENCE_JSON_LINES_PATH", folder.resolve("new/events.jsonl").toString(),
          "WHENCE_JSON_LINES_BYTES", "1KB");

      Consultation doctor = Consultation.about(environment);

      assertThat(doctor.status()).as(doctor.text()).isZero();
      assertThat(doctor.text()).doesNotContain("FAIL", "WARN", "SKIP");
      assertThat(doctor.text()).contains("0 failed, 0 to be looked at, 19 in order");
      ReceivedEvent event = ingest.events().get(0);
      assertThat(ingest.eventCount()).isEqualTo(1);
      assertThat(ingest.complaints()).isEmpty();
      assertThat(doctor.line("sentry-event")).contains("project 1", event.eventId());
      assertThat(event.at("/level")).isEqualTo("info");
      assertThat(event.at("/logentry/formatted")).isEqualTo("Whence's Doctor says hello");
      assertThat(event.at("/tags/whence.doctor")).isEqualTo("hello");
      assertThat(event.at("/environment")).isEqualTo("staging");
      assertThat(event.at("/release")).isEqualTo("shop@1");
      assertThat(folder).as("files it leaves behind").isEmptyDirectory();
    }
  }

  @Test
  void looksAtEveryProjectWhateverItFindsAtAnother() {
    try (Ingest ingest = Ingest.start();
        Ingest worker = Ingest.start()) {
      ingest.answer(Answer.status(403));
      Map<String, String> environment = with("SENTRY_DSN", ingest.dsn("7"));
      environment.put("WHENCE_PROJECT_DSNS", "tag:service=worker > " + worker.dsn("8"));

      Consultation doctor = Consultation.about(environment);

      doctor
          .assertFails("sentry-event", "403", "copy the DSN again")
          .assertPasses("sentry-project-8-connection")
          .assertPasses("sentry-project-8-event");
      assertThat(doctor.line("reporters")).contains("3 set");
      assertThat(worker.eventCount()).isEqualTo(1);
    }
  }

  @Test
  void sendsNothingUnlessItMay() {
    try (Ingest ingest = Ingest.start()) {
      Consultation doctor = Consultation.about(with("SENTRY_DSN", ingest.dsn()), "--no-send");

      doctor.assertPasses("sentry-connection").assertSkips("sentry-event", "sentry-clock");
      assertThat(doctor.status()).isZero();
      assertThat(ingest.requestCount()).isZero();
    }
  }

  static String date(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
  }

  // What it prints.

  @Test
  void showsWhatIsSetAndWhereButNoSecret() {
    Consultation doctor = Consultation.about(
        Map.of(
            "SENTRY_DSN", "https://publickey:secretkey@nowhere.invalid/42",
            "WHENCE_PSEUDONYM_KEY", "hunter2",
            "ENVIRONMENT", "staging",
            "WHENCE_TAGS", "team=shop"),
        "--no-send");

    assertThat(doctor.lines())
        .contains(
            "  environment = staging (environment variable ENVIRONMENT)",
            "  tags = team=shop (environment variable WHENCE_TAGS)",
            "  attach-stacktrace = true (the preset of staging)",
            "  dsn = [Filtered] (environment variable SENTRY_DSN)",
            "  pseudonym-key = [Filtered] (environment variable WHENCE_PSEUDONYM_KEY)",
            "  server-name = named-by-file (whence.properties)")
        .noneMatch(line -> line.startsWith("  sample-rate = "));
    assertThat(doctor.text())
        .contains("init-params and context-params")
        .doesNotContain("publickey", "secretkey", "hunter2");
  }

  @Test
  void showsEverySettingWhenAskedTo() {
    Consultation doctor = Consultation.about(WELL, "--all");

    assertThat(doctor.lines())
        .contains("  sample-rate = 1.0 (default)", "  dsn is not set", "  tags is not set");
    Keys.all()
        .forEach(setting -> assertThat(doctor.lines())
            .anyMatch(line -> line.startsWith("  " + setting.key() + ' ')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--everything", "-a", "all", ""})
  void explainsItselfWhereAnArgumentIsWrong(String argument) {
    Consultation doctor = Consultation.about(WELL, "--all", argument);

    assertThat(doctor.status()).isEqualTo(2);
    assertThat(doctor.lines().get(0)).isEqualTo("unknown argument \"" + argument + '"');
    assertThat(doctor.lines().get(1)).startsWith("usage: ");
    assertThat(doctor.text()).doesNotContain("PASS");
  }

  @Test
  void explainsItselfWhenAskedTo() {
    Consultation doctor = Consultation.about(WELL, "--help");

    assertThat(doctor.status()).isZero();
    assertThat(doctor.text()).startsWith("usage: ").contains("--all", "--no-send", "--help");
  }

  // Settings.

  @Test
  void namesASettingThatThereIsNot() {
    Consultation.about(with("WHENCE_ENVIROMENT", "staging"))
        .assertFails(
            "settings",
            "unknown setting \"enviroment\" from environment variable WHENCE_ENVIROMENT",
            "did you mean \"environment\"?")
        .assertPasses("jackson-core")
        .assertSkips("reporters");
  }

  @ParameterizedTest
  @CsvSource({
    "WHENCE_CLOSE_TIMEOUT, soonish, 250ms",
    "WHENCE_SAMPLE_RATE, 2, from 0.0 (none) to 1.0 (all)",
    "WHENCE_ENABLED, perhaps, use true or false"
  })
  void namesAValueThatCannotBeRead(String variable, String value, String remedy) {
    Consultation.about(with(variable, value))
        .assertFails(
            "settings", "environment variable " + variable + " is \"" + value + '"', remedy);
  }

  @Test
  void warnsWhereWhenceIsOff() {
    Consultation doctor = Consultation.about(with("WHENCE_ENABLED", "false"));

    doctor.assertWarns("enabled", "environment variable WHENCE_ENABLED", "set \"enabled\" to true");
    assertThat(doctor.status()).isZero();
  }

  @Test
  void warnsWhereTheEnvironmentDoesNotReport() {
    Map<String, String> environment = with("WHENCE_REPORT_ENVIRONMENTS", "production,staging");
    environment.put("SENTRY_ENVIRONMENT", "test");

    Consultation.about(environment)
        .assertWarns(
            "environment",
            "\"test\" is not among \"report-environments\", which are production, staging",
            "environment variable SENTRY_ENVIRONMENT");
    environment.put("SENTRY_ENVIRONMENT", "staging");
    Consultation.about(environment).assertPasses("environment");
  }

  @Test
  void warnsWhereTheSampleIsEmpty() {
    Consultation.about(with("SENTRY_SAMPLE_RATE", "0"))
        .assertWarns("sample-rate", "nothing is sent", "above 0.0");
  }

  @Test
  void warnsOfAJournalThatIsTooSmall() {
    Consultation.about(WELL).assertPasses("journal");

    Consultation.about(with("WHENCE_JOURNAL_BYTES", "10KB"))
        .assertWarns(
            "journal",
            "10KB on the heap, about 1 events: fewer than one bad minute brings",
            "make \"journal-bytes\" larger (environment variable WHENCE_JOURNAL_BYTES)");
  }

  @Test
  void triesOutTheJournalsDirectory() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no directory");

    Consultation.about(with("WHENCE_JOURNAL_DIR", folder.resolve("new").toString()))
        .assertPasses("journal-directory");
    Consultation.about(with("WHENCE_JOURNAL_DIR", file.resolve("x").toString()))
        .assertFails(
            "journal-directory", file + " is a file, no directory", "name another directory");
  }

  @Test
  void namesARuleThatThereIsNot() {
    Consultation.about(with("WHENCE_RULES_OFF", "email,fone"))
        .assertFails(
            "settings",
            "setting \"rules-off\" from environment variable WHENCE_RULES_OFF is \"email,fone\"",
            "there is no rule \"fone\", did you mean \"phone\"?");
  }

  @Test
  void warnsWhereStrictPrivacyIsTakenBack() {
    Map<String, String> environment = with("WHENCE_PRIVACY", "strict");
    Consultation.about(environment).assertPasses("privacy");
    environment.put("WHENCE_USER_ID", "plain");
    environment.put("WHENCE_CLIENT_ADDRESS", "whole");

    Consultation.about(environment)
        .assertWarns(
            "privacy",
            "\"client-address\" (environment variable WHENCE_CLIENT_ADDRESS); login names, by"
                + " \"user-id\" (environment variable WHENCE_USER_ID)",
            "leave these settings out");
  }

  @Test
  void warnsWhereADryRunMasksNothing() {
    Map<String, String> environment = with("WHENCE_SCRUB_DRY_RUN", "true");
    Consultation.about(environment).assertPasses("privacy");
    environment.put("WHENCE_HIDE_KEYS", "ward");

    Consultation.about(environment)
        .assertWarns(
            "privacy",
            "\"hide-keys\" (environment variable WHENCE_HIDE_KEYS) masks nothing",
            "environment variable WHENCE_SCRUB_DRY_RUN");
  }

  @Test
  void warnsWhereNoReleaseIsSet() {
    Consultation.about(Map.of("WHENCE_LOG_EVENTS", "true"))
        .assertWarns("release", "not set", "WHENCE_RELEASE or SENTRY_RELEASE");
  }

  // Reporters.

  @Test
  void warnsWhereNoReporterIsSet() {
    Consultation doctor = Consultation.about(Map.of("SENTRY_RELEASE", "shop@1"));

    doctor.assertWarns("reporters", "none is set", "SENTRY_DSN");
    assertThat(doctor.status()).isZero();
  }

  @Test
  void countsReportersOfCodeAndClosesThem() {
    ClosableReporter reporter = new ClosableReporter();

    Consultation.about(Whence.builder().environmentVariables(WELL).reporter(reporter))
        .assertPasses("reporters");

    assertThat(reporter.isClosed).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      sentry.example/42          | no http:// or https://   | https://PUBLIC_KEY@HOST/PROJECT
      https://sentry.example/42  | no public key            | https://PUBLIC_KEY@HOST/PROJECT
      https://k3y@sentry.example | no project at the end    | https://PUBLIC_KEY@HOST/PROJECT
      https://k3y@::1/42         | IPv6 address without     | write it as [::1]
      """)
  void saysWhatADsnLacks(String dsn, String text, String remedy) {
    Consultation doctor = Consultation.about(with("SENTRY_DSN", dsn));

    doctor.assertFails("sentry-dsn", text, remedy);
    assertThat(doctor.text()).doesNotContain("k3y");
  }

  @Test
  void saysThatATimeoutLeavesNoTime() {
    Map<String, String> environment = with("SENTRY_DSN", "https://k3y@sentry.invalid/42");
    environment.put("WHENCE_READ_TIMEOUT", "0s");

    Consultation.about(environment)
        .assertFails("sentry-dsn", "setting \"read-timeout\"", "use a duration above zero");
  }

  // Files.

  @Test
  void saysThatTheFileOfEventsIsADirectory() {
    Consultation.about(with("WHENCE_JSON_LINES_PATH", folder.toString()))
        .assertFails("json-lines-file", folder + " is a directory", "events.jsonl");
  }

  @Test
  void saysThatTheDirectoryOfEventsIsAFile() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Consultation.about(
            with("WHENCE_JSON_LINES_PATH", file.resolve("deep/events.jsonl").toString()))
        .assertFails("json-lines-directory", file + " is a file", "name another directory")
        .assertSkips("json-lines-space", "json-lines-file");
  }

  @Test
  void createsNoFileItself() {
    Path file = folder.resolve("deep/events.jsonl");

    Consultation.about(with("WHENCE_JSON_LINES_PATH", file.toString()))
        .assertPasses("json-lines-directory")
        .assertPasses("json-lines-file");

    assertThat(folder).isEmptyDirectory();
  }

  /** A stand-in for one that an application adds in code. */
  private static final class ClosableReporter implements Reporter {
    private boolean isClosed;

    @Override
    public String name() {
      return "closable";
    }

    @Override
    public Outcome report(Batch batch) {
      return batch.accepted();
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
