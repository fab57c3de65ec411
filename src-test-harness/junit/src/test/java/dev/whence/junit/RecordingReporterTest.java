package dev.whence.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.report.Batch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecordingReporterTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final RecordingReporter reporter = new RecordingReporter();

  private static EventRecord record(String level) {
    String json = "{\"level\": \"" + level + "\"}";
    return new EventRecord(
        EventId.of(1, 2), Category.ERROR, Instant.EPOCH, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void acceptsAndKeepsABatchInItsOrder() {
    Batch batch = new Batch(List.of(record("error"), record("info")));

    assertThat(reporter.report(batch)).isEqualTo(batch.accepted());

    assertThat(reporter.events()).extracting(RecordedEvent::level).containsExactly("error", "info");
    assertThat(reporter.records()).isEqualTo(batch.records());
  }

  @Test
  void awaitsEventsThatComeFromAnotherThread() {
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
      reporter.report(new Batch(List.of(record("error"))));
      reporter.report(new Batch(List.of(record("info"))));
    });

    assertThat(reporter.awaitEvents(2, LONG)).hasSize(2);
    sending.join();
  }

  @Test
  void countsEventsAndTransactionsApart() {
    EventRecord transaction = new EventRecord(
        EventId.of(3, 4),
        Category.TRANSACTION,
        Instant.EPOCH,
        "{}".getBytes(StandardCharsets.UTF_8));
    reporter.report(new Batch(List.of(record("error"), transaction)));

    assertThat(reporter.awaitEvents(1, LONG)).hasSize(1);
    assertThat(reporter.awaitTransactions(1, LONG)).hasSize(1);
    assertThatThrownBy(() -> reporter.awaitTransactions(2, Duration.ZERO))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 transactions");
  }

  @Test
  void tellsWhatArrivedWhenTooLittleDid() {
    reporter.report(new Batch(List.of(record("error"))));

    assertThatThrownBy(() -> reporter.awaitEvents(2, Duration.ZERO))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 events")
        .hasMessageContaining("\"level\":\"error\"");
  }

  @Test
  void stopsAwaitingWhenInterruptedAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> reporter.awaitEvents(1, LONG)).isInstanceOf(AssertionError.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void forgetsWhenCleared() {
    reporter.report(new Batch(List.of(record("error"))));

    reporter.clear();

    assertThat(reporter.events()).isEmpty();
  }
}
