package dev.whence.survive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.event.EventId;
import dev.whence.health.Health;
import dev.whence.ingest.Ingest;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that the system lets write no more, or open nothing. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ExhaustedTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String SUMS = "sums ";
  private static final String WARNED = "warned ";

  @TempDir
  Path directory;

  /** What a process said of itself: the IDs that it was given, and lines of figures. */
  private record Said(Set<String> ids, List<String> figures, List<String> warnings) {}

  @Test
  void aFullDiskLosesWhatCannotBeWrittenAndNothingElse() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      Said said = run("ulimit -f 100", FullDisk.class, ingest.dsn());

      assertThat(said.figures()).containsExactly("sums true, failed true, recorded again true");
      assertThat(ingest.seenIds()).isEqualTo(said.ids());
      assertThat(said.warnings()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void aProcessThatCanOpenNothingMoreGoesOnWhenItCan() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      Said said = run("ulimit -n 400", NoDescriptors.class, ingest.dsn());

      assertThat(said.figures()).containsExactly("sums true, failed false, recorded again true");
      assertThat(ingest.seenIds()).isEqualTo(said.ids());
    }
  }

  private Said run(String limit, Class<?> program, String dsn) throws Exception {
    Process process = new ProcessBuilder(
            "sh",
            "-c",
            limit + " && exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            directory.toString(),
            dsn)
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    Set<String> ids = new HashSet<>();
    List<String> figures = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (String line : output.split("\n", -1)) {
      if (line.startsWith(SUMS)) {
        figures.add(line);
      } else if (line.contains("the journal fails")) {
        warnings.add(WARNED + line);
      } else if (line.matches("[0-9a-f]{32}")) {
        ids.add(line);
      }
    }
    return new Said(ids, figures, warnings);
  }

  private static Whence instance(String[] arguments) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.JOURNAL_DIR, arguments[0])
        .set(Keys.JOURNAL_MODE, "durable")
        .set(Keys.DURABLE_WAIT, "20s")
        .set(Keys.DSN, arguments[1])
        .build();
  }

  private static boolean capture(Whence whence, int number) {
    Optional<EventId> id = whence.capture(new IllegalStateException("number " + number));
    id.ifPresent(System.out::println);
    return id.isPresent();
  }

  private static void end(Whence whence, boolean isRecordedAgain) {
    boolean isDelivered = whence.flush(LONG);
    whence.close();
    Health health = whence.health();
    LaneFigures lane = health.lanes().get(0);
    long refused = health.refused().values().stream().mapToLong(Long::longValue).sum();
    boolean sums = isDelivered
        && health.captured() == refused + health.recorded()
        && lane.recorded() == lane.delivered();
    boolean hasFailed = health.refused().getOrDefault("journal_failed", 0L) > 0;
    System.out.println(
        SUMS + sums + ", failed " + hasFailed + ", recorded again " + isRecordedAgain);
  }

  /** Captures more than one file may hold, so that a record is cut again and again. */
  static final class FullDisk {
    private FullDisk() {}

    public static void main(String[] arguments) {
      Whence whence = instance(arguments);
      boolean isRecordedAgain = false;
      boolean hasFailed = false;
      for (int number = 0; number < 200; number++) {
        boolean isRecorded = capture(whence, number);
        isRecordedAgain |= hasFailed && isRecorded;
        hasFailed |= !isRecorded;
      }
      end(whence, isRecordedAgain);
    }
  }

  /** Captures while nothing can be opened, and afterwards. */
  static final class NoDescriptors {
    private NoDescriptors() {}

    public static void main(String[] arguments) throws IOException {
      Whence whence = instance(arguments);
      boolean unused = capture(whence, 0);
      unused = whence.flush(LONG);
      List<InputStream> open = new ArrayList<>();
      try {
        while (true) {
          open.add(new FileInputStream("/dev/null"));
        }
      } catch (IOException exhausted) {
        for (int number = 1; number <= 50; number++) {
          unused = capture(whence, number);
        }
      }
      for (InputStream each : open) {
        each.close();
      }
      end(whence, capture(whence, 51));
    }
  }
}
