package dev.whence.report.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.config.ConfigException;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.Source;
import dev.whence.report.Reporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentryProjectsTest {
  private static List<String> names(Map<String, String> values) {
    Settings settings = Settings.load(Keys.all(), List.of(Source.of("code", values)));
    return new SentryReporter.Provider()
        .create(settings).stream().map(Reporter::name).toList();
  }

  @Test
  void eachProjectHasAReporterOfItsOwn() {
    String rules = "tag:service=worker > https://k3y@h/2, path:/billing/* > https://k3y@h/3,";

    assertThat(names(Map.of("dsn", "https://k3y@h/1", "project-dsns", rules)))
        .containsExactly("sentry", "sentry-project-2", "sentry-project-3");
    assertThat(names(Map.of("project-dsns", rules)))
        .containsExactly("sentry-project-2", "sentry-project-3");
  }

  @Test
  void rulesWithOneDsnShareItsReporter() {
    String rules = "tag:a > https://k3y@h/2,tag:b>https://k3y@h/2 , tag : c = d > https://k3y@h/1";

    assertThat(names(Map.of("dsn", "https://k3y@h/1", "project-dsns", rules)))
        .containsExactly("sentry", "sentry-project-2");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      https://k3y@h/2               | rule 2 has no > between condition and DSN: write rules such as
      tag:a https://k3y@h/2         | rule 2 has no > between condition and DSN: write rules such as
      k3y:a > https://k3y@h/2       | rule 2 begins with neither "tag:" nor "path:": write rules such as
      > https://k3y@h/2             | rule 2 begins with neither "tag:" nor "path:": write rules such as
      tag:=k3y > https://k3y@h/2    | rule 2 names no tag: write tag:NAME=VALUE, or tag:NAME
      tag: > https://k3y@h/2        | rule 2 names no tag: write tag:NAME=VALUE, or tag:NAME
      path: > https://k3y@h/2       | rule 2 names no path: write path:/billing/*
      path:k3y > https://k3y@h/2    | rule 2 has no such path as /health, /static/* or *.css
      tag:a >                       | rule 2 has no good DSN: nothing there: the form is https
      tag:a > https://k3y@h         | rule 2 has no good DSN: no project at the end: the form is
      tag:a > https://k3!y@h/2      | rule 2 has no good DSN: public key has a character
      """)
  void aBadRuleIsNumberedAndNotShown(String rule, String complaint) {
    String rules = "tag:service=worker > https://k3y@h/2," + rule;

    assertThatThrownBy(() -> names(Map.of("project-dsns", rules)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "setting \"project-dsns\" from code is \"[Filtered]\": " + complaint)
        .message()
        .doesNotContain("k3y", "k3!y");
  }
}
