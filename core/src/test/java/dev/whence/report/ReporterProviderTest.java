package dev.whence.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.config.ConfigException;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterProviderTest {
  @TempDir
  private Path folder;

  @Test
  void buildsNothingUnlessASettingAsksForIt() {
    assertThat(names(Map.of())).isEmpty();
  }

  @Test
  void buildsWhatTheSettingsAskFor() {
    Path file = folder.resolve("events.jsonl");

    assertThat(names(Map.of("dsn", "https://k3y@sentry.example/42"))).containsExactly("sentry");
    assertThat(names(Map.of("json-lines-path", file.toString()))).containsExactly("json-lines");
    assertThat(names(Map.of("log-events", "true"))).containsExactly("log");
  }

  @Test
  void saysWhatIsWrongWithTheDsnButNotTheDsn() {
    assertThatThrownBy(() -> names(Map.of("dsn", "https://k3y@sentry.example")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "setting \"dsn\" from code is \"[Filtered]\": no project at the end: the form is"
                + " https://PUBLIC_KEY@HOST/PROJECT");
  }

  @Test
  void refusesTimeoutsOfNothing() {
    assertThatThrownBy(
            () -> names(Map.of("dsn", "https://k3y@sentry.example/42", "read-timeout", "0s")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("setting \"read-timeout\" from code is \"0s\":"
            + " use a duration above zero, such as 5s");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() {
    assertThatThrownBy(() -> names(Map.of("json-lines-path", folder.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("setting \"json-lines-path\" from code is \"")
        .hasMessageEndingWith("\": is a folder: add the name of a file in it");
  }

  @Test
  void refusesAPathThatCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> names(Map.of("json-lines-path", file + "/events.jsonl")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("setting \"json-lines-path\" from code is \"")
        .hasMessageEndingWith(": use a file that this process may create or append to");
  }

  private static List<String> names(Map<String, String> values) {
    Settings settings = Settings.load(Keys.all(), List.of(Source.of("code", values)));
    return ServiceLoader.load(ReporterProvider.class).stream()
        .flatMap(provider -> provider.get().create(settings).stream())
        .map(ReporterProviderTest::closedName)
        .toList();
  }

  private static String closedName(Reporter reporter) {
    reporter.close();
    return reporter.name();
  }
}
