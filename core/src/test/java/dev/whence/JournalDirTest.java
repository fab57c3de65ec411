package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that outlive the instance that captured them, in {@code journal-dir}. */
class JournalDirTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir
  Path directory;

  private WhenceBuilder builder(Ingest ingest) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, ingest.dsn())
        .set(Keys.JOURNAL_DIR, directory.toString())
        .closeTimeout(Duration.ofMillis(300));
  }

  private static List<String> capture(Whence whence, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      whence
          .capture(new IllegalStateException("number " + i))
          .map(EventId::toString)
          .ifPresent(ids::add);
    }
    return ids;
  }

  /** Waits until nothing is on its way to the journal, as a moment after the last error. */
  private static void awaitRecorded(Whence whence) {
    while (whence.health().inbox() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatADeadReceiverDidNotTakeArrivesAfterTheNextStart() throws Exception {
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.status(503));
      Whence first = builder(ingest).build();
      List<String> ids = capture(first, 20);
      awaitRecorded(first);
      first.close();
      assertThat(ids).hasSize(20);
      assertThat(first.health().lanes().get(0).waiting()).isEqualTo(20);

      Instant restart = Instant.now();
      ingest.reset();
      ingest.answer(Answer.ok());
      try (Whence second = builder(ingest).build()) {
        List<ReceivedEvent> events = ingest.awaitEvents(20, LIMIT);

        assertThat(events).extracting(ReceivedEvent::eventId).containsExactlyElementsOf(ids);
        assertThat(events)
            .allSatisfy(
                event -> assertThat(Instant.parse(event.at("/timestamp"))).isBefore(restart));
        assertThat(second.flush(LIMIT)).isTrue();
        assertThat(second.health().lanes().get(0).adopted()).isEqualTo(20);
        assertThat(second.health().lanes().get(0).delivered()).isEqualTo(20);
      }
    }
  }

  @Test
  void instancesThatRunAtOnceHaveAJournalEach() throws Exception {
    try (Ingest ingest = Ingest.start();
        Whence one = builder(ingest).build();
        Whence two = builder(ingest).build()) {
      Set<String> ids = new HashSet<>(capture(one, 3));
      ids.addAll(capture(two, 3));
      assertThat(one.flush(LIMIT) && two.flush(LIMIT)).isTrue();

      assertThat(ingest.seenIds()).isEqualTo(ids);
      assertThat(journals()).hasSize(2);
    }
  }

  @Test
  void applicationsWithOtherReceiversDoNotSendEachOthersEvents() throws Exception {
    try (Ingest ours = Ingest.start();
        Ingest theirs = Ingest.start()) {
      ours.answer(Answer.status(503));
      Whence first = builder(ours).build();
      capture(first, 2);
      first.close();

      try (Whence other = builder(theirs).build()) {
        assertThat(other.flush(LIMIT)).isTrue();
      }

      assertThat(theirs.eventCount()).isZero();
      assertThat(journals()).hasSize(2);
    }
  }

  @Test
  void aDirectoryThatCannotBeUsedLeavesTheApplicationWithAJournalInMemory() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    try (Ingest ingest = Ingest.start();
        Whence whence =
            builder(ingest).set(Keys.JOURNAL_DIR, file.resolve("x").toString()).build()) {
      List<String> ids = capture(whence, 2);

      assertThat(whence.flush(LIMIT)).isTrue();
      assertThat(ingest.seenIds()).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
