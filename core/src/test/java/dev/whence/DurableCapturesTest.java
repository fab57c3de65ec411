package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.event.EventId;
import dev.whence.event.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an ID that a durable capture returned stands for, however the capture came about. */
@Timeout(60)
class DurableCapturesTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir
  Path directory;

  private final KeepingReporter reporter = new KeepingReporter();

  private WhenceBuilder builder() {
    return Whence.builder()
        .environmentVariables(Map.of())
        .reporter(reporter)
        .set(Keys.JOURNAL_DIR, directory.toString())
        .set(Keys.JOURNAL_MODE, "durable")
        .set(Keys.DURABLE_WAIT, "20s");
  }

  @Test
  void noIdIsReturnedForWhatWasRefusedWhenItIsCapturedAgain() {
    IllegalStateException failure = new IllegalStateException("dropped");
    try (Whence whence = builder().beforeSend((event, hint) -> null).build()) {
      RequestScope request = whence.open("r-1");
      try (ScopeEntry entry = request.enter()) {
        assertThat(whence.capture(failure)).isEmpty();
        assertThat(whence.health().refused()).containsEntry("before_send", 1L);

        assertThat(whence.capture(failure)).isEmpty();
      }
      request.finish(StubFacts.answered(200));
    }
  }

  @Test
  void whatIsCapturedTwiceAfterTheRequestIsOneEvent() {
    IllegalStateException failure = new IllegalStateException("late");
    try (Whence whence = builder().build()) {
      RequestScope request = whence.open("r-1");
      request.finish(StubFacts.answered(200));
      try (ScopeEntry entry = request.enter()) {
        Optional<EventId> first = whence.capture(failure);
        Optional<EventId> second = whence.capture(failure, scope -> scope.tag("another", "event"));
        assertThat(second).isEqualTo(first);
      }
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(whence.health().recorded()).isEqualTo(1);
    }
  }

  @Test
  void anIdReturnedInAnExceptionMapperIsOfAnEventInTheJournal() {
    IllegalStateException failure = new IllegalStateException("mapped");
    try (Whence whence = builder().build()) {
      RequestScope request = whence.open("r-1");
      try (ScopeEntry entry = request.enter()) {
        request.sighted(failure, "jaxrs");
        Optional<EventId> id = whence.capture(failure);

        assertThat(whence.health().recorded()).isEqualTo(id.isPresent() ? 1 : 0);
      }
      request.finish(StubFacts.answered(500));
    }
  }

  @Test
  void anIdReturnedForWhatATaskThrewIsOfAnEventInTheJournal() {
    IllegalStateException failure = new IllegalStateException("in a task");
    try (Whence whence = builder().build()) {
      RequestScope request = whence.open("r-1");
      try (ScopeEntry entry = request.enter()) {
        request.failInTask(failure);
        Optional<EventId> id = whence.capture(failure);

        assertThat(whence.health().recorded()).isEqualTo(id.isPresent() ? 1 : 0);
      }
      request.finish(StubFacts.answered(500));
    }
  }

  @Test
  void aCaptureInBeforeSendDoesNotWaitForItself() {
    Whence[] made = new Whence[1];
    try (Whence whence = builder()
        .set(Keys.DURABLE_WAIT, "1s")
        .beforeSend((event, hint) -> {
          if (event.exceptions().size() == 1) {
            made[0].capture("looked up nothing", Level.WARNING);
          }
          return event;
        })
        .build()) {
      made[0] = whence;
      whence.capture(new IllegalStateException("x"));
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(whence.health().faults()).doesNotContainKey("durable-wait");
    }
  }

  @Test
  void anUnreadablePositionDoesNotSwitchEverythingOff() throws Exception {
    builder().build().close();
    Path journal;
    try (Stream<Path> journals = Files.list(directory)) {
      journal = journals.findFirst().orElseThrow();
    }
    Path position = journal.resolve("keeping.position");
    Files.delete(position);
    Files.createDirectory(position);

    try (Whence whence = builder().set(Keys.JOURNAL_MODE, "disk").build()) {
      assertThat(whence.health().isOn()).isTrue();
    }
  }
}
