package dev.whence.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static Settings load(Source... sources) {
    return Settings.load(Keys.all(), List.of(sources));
  }

  private static Source code(String key, String value) {
    return Source.of("code", Map.of(key, value));
  }

  @Test
  void everyDefaultCanBeRead() {
    Settings settings = load();

    assertThat(settings.get(Keys.CLOSE_TIMEOUT)).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.get(Keys.JOURNAL_BYTES)).isEqualTo(16 << 20);
    assertThat(settings.find(Keys.DSN)).isEmpty();
  }

  @Test
  void theFirstSourceWins() {
    Settings settings =
        load(code("release", "one"), Source.environment(Map.of("WHENCE_RELEASE", "two")));

    assertThat(settings.get(Keys.RELEASE)).isEqualTo("one");
  }

  @Test
  void aBlankValueIsNone() {
    Settings settings =
        load(Source.environment(Map.of("WHENCE_RELEASE", "  ")), code("release", "two"));

    assertThat(settings.get(Keys.RELEASE)).isEqualTo("two");
  }

  @Test
  void theFieldsOwnNamesAreUnderstood() {
    Settings settings = load(Source.fieldNames(Map.of(
        "SENTRY_RELEASE", "shop@1",
        "VERSION", "ignored beside it",
        "ENVIRONMENT", "staging",
        "SENTRY_SAMPLE_RATE", "0.25")));

    assertThat(settings.get(Keys.RELEASE)).isEqualTo("shop@1");
    assertThat(settings.get(Keys.ENVIRONMENT)).isEqualTo("staging");
    assertThat(settings.get(Keys.SAMPLE_RATE)).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource({
    "development, true, true",
    "dev, true, true",
    "staging, false, true",
    "production, false, false",
    "qa, false, false"
  })
  void theEnvironmentPicksThePreset(String environment, boolean debug, boolean attachesStack) {
    Settings settings = load(code("environment", environment));

    assertThat(settings.get(Keys.DEBUG)).isEqualTo(debug);
    assertThat(settings.get(Keys.ATTACH_STACKTRACE)).isEqualTo(attachesStack);
  }

  @Test
  void aSettingBeatsThePreset() {
    Settings settings = load(code("environment", "development"), code("debug", "off"));

    assertThat(settings.get(Keys.DEBUG)).isFalse();
  }

  @Test
  void tellsWhereAValueComesFromAndShowsItAsItWasWritten() {
    Settings settings = load(
        Source.environment(Map.of("WHENCE_ENVIRONMENT", "staging", "WHENCE_CLOSE_TIMEOUT", "2 s")));

    assertThat(settings.origin(Keys.CLOSE_TIMEOUT))
        .isEqualTo("environment variable WHENCE_CLOSE_TIMEOUT");
    assertThat(settings.shown(Keys.CLOSE_TIMEOUT)).contains("2 s");
    assertThat(settings.isDefault(Keys.CLOSE_TIMEOUT)).isFalse();
    assertThat(settings.origin(Keys.ATTACH_STACKTRACE)).isEqualTo("the preset of staging");
    assertThat(settings.isDefault(Keys.DEBUG))
        .as("what the preset leaves as it is")
        .isTrue();
    assertThat(settings.origin(Keys.RELEASE)).isEqualTo("default");
    assertThat(settings.shown(Keys.RELEASE)).isEmpty();
  }

  @Test
  void anUnknownKeyIsAnErrorThatNamesItsPlaceAndTheNearestKnown() {
    assertThatThrownBy(() -> load(Source.environment(Map.of("WHENCE_CLOSE_TIMEOT", "2s"))))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "unknown setting \"close-timeot\" from environment variable WHENCE_CLOSE_TIMEOT:"
                + " did you mean \"close-timeout\"?");
  }

  @Test
  void whatKubernetesSetsForAServiceNamedWhenceIsNoSetting() {
    Settings settings = load(Source.environment(Map.of(
        "WHENCE_SERVICE_HOST", "10.0.0.1",
        "WHENCE_SERVICE_PORT_HTTP", "80",
        "WHENCE_PORT", "tcp://10.0.0.1:80",
        "WHENCE_PORT_80_TCP_ADDR", "10.0.0.1")));

    assertThat(settings.get(Keys.ENABLED)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enabled | maybe | use true or false",
        "sample-rate | 1.5 | use a number from 0.0 (none) to 1.0 (all)",
        "sample-rate | lots | use a number from 0.0 (none) to 1.0 (all)",
        "max-breadcrumbs | -1 | use a whole number from 0 to 2147483647",
        "close-timeout | 2 | use a duration such as 250ms, 2s, 5m, 1h or 7d",
        "close-timeout | soon | use a duration such as 250ms, 2s, 5m, 1h or 7d",
        "journal-bytes | 5TB | use a size such as 512KB or 16MB, at most 1GB",
        "journal-bytes | 0 | use a size such as 512KB or 16MB, at most 1GB",
        "body-bytes | 2MB | use a size of at most 1024KB",
        "capture-body | always | use one of [off, on-error]",
        "capture-status | 600 | use statuses from 100 to 599 and ranges of them",
        "capture-status | 505-500 | use statuses from 100 to 599 and ranges of them",
        "ignored-paths | health | use paths such as /health, /static/* or *.css",
        "ignored-paths | /a*b | use paths such as /health, /static/* or *.css",
        "ignored-messages | ( | use regular expressions with commas between them",
        "tags | service | use name=value pairs with commas between them",
        "user-id | clear | use one of [pseudonym, plain]",
        "privacy | hipaa | use one of [standard, strict]",
        "scrub-dry-run | maybe | use true or false",
        "hide-patterns | [0-9 | use regular expressions with commas between them"
      })
  void anUnreadableValueIsAnErrorThatSaysWhatWouldBeRight(String key, String value, String remedy) {
    assertThatThrownBy(() -> load(Source.of("init-param", Map.of(key, value))))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "setting \"" + key + "\" from init-param is \"" + value + "\": " + remedy);
  }

  @Test
  void aCommaInsideARepetitionDoesNotEndAPattern() {
    Settings settings = load(code("hide-patterns", "CH-[0-9]{6,8}, a{2,} ,b"));

    assertThat(settings.get(Keys.HIDE_PATTERNS))
        .extracting(Pattern::pattern)
        .containsExactly("CH-[0-9]{6,8}", "a{2,}", "b");
  }

  @Test
  void aSecretIsNeverShown() {
    Settings settings = load(code("dsn", "https://hunter2@example.org/1"));

    assertThat(settings.error(Keys.DSN, "it is wrong").getMessage())
        .isEqualTo("setting \"dsn\" from code is \"[Filtered]\": it is wrong");
    assertThat(settings.shown(Keys.DSN)).contains("[Filtered]");
  }

  @Test
  void aValueCannotForgeALineOfTheLog() {
    assertThatThrownBy(() -> load(code("enabled", "x\nERROR all is lost")))
        .hasMessageContaining("\"x?ERROR all is lost\"");
  }

  @Test
  void systemPropertiesCarryThePrefix() {
    Source source =
        Source.prefixed("system property", Map.of("whence.release", "7", "release", "8"));

    assertThat(load(source).get(Keys.RELEASE)).isEqualTo("7");
  }

  @Test
  void thePropertiesFileOfTheClassPathIsRead() {
    Settings settings = load(Source.propertiesFile(getClass().getClassLoader()));

    assertThat(settings.get(Keys.SERVER_NAME)).isEqualTo("named-by-file");
  }
}
