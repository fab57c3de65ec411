package dev.whence.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.report.check.Finding.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DirectoryChecksTest {
  @TempDir
  private Path folder;

  private static List<Finding> findings(Path directory, long wantedBytes) {
    return DirectoryChecks.of("journal", directory, wantedBytes).stream()
        .map(Check::run)
        .toList();
  }

  @Test
  void namesItsChecksAfterWhatTheyAreFor() {
    assertThat(DirectoryChecks.of("journal", folder, 1))
        .extracting(Check::name)
        .containsExactly("journal-directory", "journal-space");
  }

  @Test
  void isContentWithADirectoryAndLeavesNoTraceInIt() {
    assertThat(findings(folder, 1)).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isContentWithADirectoryThatCanBeCreatedButDoesNot() {
    assertThat(findings(folder.resolve("a/b/c"), 1))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.PASS);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void failsWhereAFileIsInTheWay() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    for (Path directory : List.of(file, file.resolve("below"))) {
      Finding finding = findings(directory, 1).get(0);

      assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(finding.text()).isEqualTo(file + " is a file, no directory");
      assertThat(finding.remedy()).contains("name another directory");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only there nobody, root included, may write")
  void failsWhereNothingCanBeWritten() {
    Finding finding = findings(Path.of("/proc/whence"), 1).get(0);

    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.text())
        .startsWith("/proc cannot be written to by the user " + System.getProperty("user.name"));
    assertThat(finding.remedy()).contains("let the application's user write there");
  }

  @Test
  void warnsWhereThereIsNoRoom() {
    Finding finding = findings(folder, Long.MAX_VALUE).get(1);

    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.text()).contains("MB are free", "8796093022207 MB may be needed");
    assertThat(finding.remedy()).contains("make room");
  }
}
