package dev.whence.survive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process while eight threads capture in durable mode: every ID that one of them was given
 * arrives, whatever the receiver was doing at that moment.
 */
class KilledCaptureTest {
  private static final int ROUNDS = Integer.getInteger("capture.kills", 5);
  private static final int THREADS = 8;
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir
  Path directory;

  private static WhenceBuilder builder(Path directory, String dsn) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, dsn)
        .set(Keys.JOURNAL_DIR, directory.toString())
        .set(Keys.JOURNAL_MODE, "durable")
        .set(Keys.DURABLE_WAIT, "20s")
        .set(Keys.JOURNAL_BYTES, "256MB")
        .set(Keys.ERRORS_PER_ROUTE, "0");
  }

  @Test
  void everyIdThatACaptureReturnedArrives() throws Exception {
    Random random = new Random(42);
    Set<String> returned = new HashSet<>();
    try (Ingest ingest = Ingest.builder().retain(200_000).start()) {
      for (int round = 0; round < ROUNDS; round++) {
        ingest.answer(
            switch (random.nextInt(4)) {
              case 0 -> Answer.status(503);
              case 1 -> Answer.hang();
              case 2 -> Answer.reset();
              default -> Answer.ok();
            });
        returned.addAll(captureAndDie(ingest.dsn(), 1 + random.nextInt(1_000)));
      }

      ingest.answer(Answer.ok());
      try (Whence heir = builder(directory, ingest.dsn()).build()) {
        assertThat(heir.flush(LONG)).isTrue();
      }

      assertThat(ingest.seenIds()).containsAll(returned);
      assertThat(ingest.complaints()).isEmpty();
      assertThat(differentUnderOneId(ingest.events())).isEmpty();
    }
  }

  /** Returns the IDs under which two events arrived that are not the same. */
  private static List<String> differentUnderOneId(List<ReceivedEvent> events) {
    Map<String, String> first = new HashMap<>();
    List<String> different = new ArrayList<>();
    for (ReceivedEvent event : events) {
      String value = event.at("/exception/values/0/value");
      String before = first.putIfAbsent(event.eventId(), value);
      if (before != null && !before.equals(value)) {
        different.add(event.eventId());
      }
    }
    return different;
  }

  /** Returns the IDs that a process said it was given before it was killed. */
  private List<String> captureAndDie(String dsn, int lines) throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            directory.toString(),
            dsn)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    List<String> ids = new ArrayList<>();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.length() == 32) { // the last one may be cut short
          ids.add(line);
        }
        if (ids.size() == lines) {
          process.toHandle().destroyForcibly(); // leaves its output open
        }
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(lines);
    return ids;
  }

  /** The process: threads capture, and say what IDs they were given. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) {
      Whence whence = builder(Path.of(arguments[0]), arguments[1]).build();
      PrintStream out = new PrintStream(System.out, true, UTF_8);
      for (int i = 0; i < THREADS; i++) {
        String name = "thread " + i + ", number ";
        new Thread(() -> captureForEver(whence, name, out)).start();
      }
    }

    private static void captureForEver(Whence whence, String name, PrintStream out) {
      for (int number = 0; ; number++) {
        whence
            .capture(new IllegalStateException(name + number))
            .map(EventId::toString)
            .ifPresent(out::println);
      }
    }
  }
}
