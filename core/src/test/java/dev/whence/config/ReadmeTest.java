package dev.whence.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's tables are those of the code, row by row. */
class ReadmeTest {
  @Test
  void theTableOfSettingsIsThatOfTheCode() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
        .dropWhile(line -> !line.startsWith("| setting |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();

    assertThat(rows).isEqualTo(Keys.all().stream().map(ReadmeTest::row).toList());
  }

  @Test
  void theTableOfPresetsIsThatOfTheCode() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
        .dropWhile(line -> !line.startsWith("| preset |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.replace("`, and any other |", "` |"))
        .toList();

    assertThat(rows)
        .isEqualTo(Arrays.stream(Preset.values()).map(ReadmeTest::row).toList());
  }

  private static String row(Preset preset) {
    Map<String, String> settings = preset.settings();
    return "| `"
        + preset.name().toLowerCase(Locale.ROOT)
        + "` | `"
        + settings.get("debug")
        + "` | `"
        + settings.get("attach-stacktrace")
        + "` |";
  }

  private static String row(Setting<?> setting) {
    String text = setting.defaultText();
    String shown = text == null || text.isEmpty() ? "" : '`' + text + '`';
    return "| `"
        + setting.key()
        + "` | "
        + setting.type()
        + " | "
        + shown
        + " | "
        + setting.help()
        + " |";
  }
}
