package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.StubFacts;
import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import dev.whence.health.Health;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures that wait until their events are in the journal. */
class DurableTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir
  Path directory;

  private final Ingest ingest = Ingest.start();

  @AfterEach
  void close() {
    ingest.close();
  }

  private WhenceBuilder builder(String mode, Path where) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, ingest.dsn())
        .set(Keys.JOURNAL_DIR, where.toString())
        .set(Keys.JOURNAL_MODE, mode)
        .set(Keys.DURABLE_WAIT, "20s")
        .closeTimeout(Duration.ofMillis(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"durable", "synced"})
  void anIdIsReturnedWhenTheEventIsInTheJournal(String mode) {
    ingest.answer(Answer.hang());
    try (Whence whence = builder(mode, directory).build()) {
      for (int i = 1; i <= 100; i++) {
        assertThat(whence.capture("number " + i, Level.ERROR)).isPresent();

        assertThat(whence.health().recorded()).isEqualTo(i);
        assertThat(whence.health().inbox()).isZero();
      }
    }
  }

  @Test
  void noIdIsReturnedForWhatIsNotInTheJournalInTimeThoughItMayComeLater() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    try (Whence whence = builder("durable", directory)
        .set(Keys.DURABLE_WAIT, "20ms")
        .beforeSend((event, hint) -> {
          awaitUninterruptibly(stuck);
          return event;
        })
        .build()) {

      assertThat(whence.capture(new IllegalStateException("late"))).isEmpty();

      assertThat(whence.health().faults()).containsEntry("durable-wait", 1L);
      stuck.countDown();
      assertThat(ingest.awaitEvents(1, LONG)).hasSize(1);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noIdIsReturnedForWhatIsRefused() {
    try (Whence whence =
        builder("durable", directory).beforeSend((event, hint) -> null).build()) {
      assertThat(whence.capture(new IllegalStateException("dropped"))).isEmpty();

      assertThat(whence.health().refused()).containsEntry("before_send", 1L);
    }
  }

  @Test
  void withinARequestTheEventIsThereBeforeTheRequestIsOverAndOnlyOnce() {
    IllegalStateException failure = new IllegalStateException("once");
    try (Whence whence = builder("durable", directory).build()) {
      RequestScope request = whence.open("r-1");
      Optional<EventId> id;
      try (ScopeEntry entry = request.enter()) {
        id = whence.capture(failure);
        assertThat(whence.health().recorded()).isEqualTo(1);
        assertThat(whence.capture(failure)).isEqualTo(id);
      }
      assertThat(request.fail(failure, "servlet", null)).isEqualTo(id);
      request.finish(StubFacts.answered(500));
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(whence.health().captured()).isEqualTo(1);
      assertThat(request.eventId()).isEqualTo(id);
      ReceivedEvent event = ingest.awaitEvents(1, LONG).get(0);
      assertThat(event.eventId()).isEqualTo(id.orElseThrow().toString());
      assertThat(event.at("/tags/request_id")).isEqualTo("r-1");
    }
  }

  @Test
  void whatEscapesARequestIsInTheJournalWhenTheRequestIsFinished() {
    ingest.answer(Answer.hang());
    try (Whence whence = builder("durable", directory).build()) {
      RequestScope request = whence.open("r-1");
      request.fail(new IllegalStateException("escaped"), "servlet", null);
      assertThat(whence.health().recorded()).isZero();

      request.finish(StubFacts.answered(500));

      assertThat(whence.health().recorded()).isEqualTo(1);
    }
  }

  @Test
  void noIdIsReturnedWhereTheDirectoryCannotBeUsedThoughTheEventArrives() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    try (Whence whence = builder("durable", file.resolve("x")).build()) {

      assertThat(whence.capture(new IllegalStateException("kept in memory"))).isEmpty();

      assertThat(whence.flush(LONG)).isTrue();
      assertThat(ingest.eventCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"disk", "durable", "synced"})
  void aModeThatNeedsADirectoryAndHasNoneIsAnError(String mode) {
    Health health = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, ingest.dsn())
        .set(Keys.JOURNAL_MODE, mode)
        .build()
        .health();

    assertThat(health.isOn()).isFalse();
    assertThat(health.problem()).contains("journal-mode", mode, "name a directory", "journal-dir");
  }
}
