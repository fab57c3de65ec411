package dev.whence.report;

import static dev.whence.report.Records.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesReporterTest {
  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("new/events.jsonl");
  }

  @Test
  void appendsEachRecordAsOneLine() throws Exception {
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      assertThat(reporter.report(batch("{\"a\":\"ä\"}", "{\"b\":2}")))
          .isEqualTo(Outcome.accepted(2));
      reporter.report(batch("{\"c\":3}"));
    }
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      reporter.report(batch("{\"d\":4}"));
    }

    assertThat(file).hasContent("{\"a\":\"ä\"}\n{\"b\":2}\n{\"c\":3}\n{\"d\":4}\n");
  }

  @Test
  void takesLineBreaksOutOfTheLayout() throws Exception {
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      reporter.report(batch("{\r\n\"a\": 1\n}"));
    }

    assertThat(file).hasContent("{  \"a\": 1 }\n");
  }

  @Test
  void makesFileAndFoldersForTheirOwnerAlone() throws Exception {
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      reporter.report(batch("{}"));
    }

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file.resolveSibling(".")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void keepsOneOlderFileWhenTheBoundIsReached() throws Exception {
    Path older = folder.resolve("new/events.jsonl.1");
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file, 16)) {
      reporter.report(batch("{\"n\":1}"));
      reporter.report(batch("{\"n\":2}"));
      assertThat(older).doesNotExist();

      reporter.report(batch("{\"n\":3}"));
      assertThat(older).hasContent("{\"n\":1}\n{\"n\":2}\n");
      assertThat(file).hasContent("{\"n\":3}\n");

      reporter.report(batch("{\"n\":4}", "{\"n\":5}", "{\"n\":6}"));
      assertThat(older).hasContent("{\"n\":3}\n");
      assertThat(file).hasContent("{\"n\":4}\n{\"n\":5}\n{\"n\":6}\n");
    }
  }

  @Test
  void countsWhatWasThereBefore() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"n\":0}\n");

    try (JsonLinesReporter reporter = JsonLinesReporter.to(file, 12)) {
      reporter.report(batch("{\"n\":1}"));
    }

    assertThat(file).hasContent("{\"n\":1}\n");
  }

  @Test
  void makesTheFileAgainWhenSomebodyRemovedIt() throws Exception {
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      reporter.report(batch("{\"n\":1}"));
      Files.delete(file);

      reporter.report(batch("{\"n\":2}"));
    }

    assertThat(file).hasContent("{\"n\":2}\n");
  }

  @Test
  void writesAgainWhenWhatStoodInTheWayIsGone() throws Exception {
    Files.createDirectories(file);
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      assertThatThrownBy(() -> reporter.report(batch("{}"))).isInstanceOf(IOException.class);
      Files.delete(file);

      assertThat(reporter.report(batch("{}"))).isEqualTo(Outcome.accepted(1));
    }
  }

  @Test
  void writesAgainAfterTheThreadWasInterrupted() throws Exception {
    try (JsonLinesReporter reporter = JsonLinesReporter.to(file)) {
      reporter.report(batch("{\"n\":1}"));
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> reporter.report(batch("{\"n\":2}"))).isInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();

      reporter.report(batch("{\"n\":2}"));
    }

    assertThat(file).hasContent("{\"n\":1}\n{\"n\":2}\n");
  }

  @Test
  void writesNothingOnceItIsClosed() throws Exception {
    JsonLinesReporter reporter = JsonLinesReporter.to(file);
    reporter.close();
    reporter.close();

    assertThatThrownBy(() -> reporter.report(batch("{}")))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("events.jsonl: closed");
    assertThat(file).doesNotExist();
  }

  @Test
  void needsABoundAboveZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonLinesReporter.to(file, 0))
        .withMessage("maxBytes must be positive, was 0");
  }
}
