package dev.whence.ingest;

import static dev.whence.ingest.Sample.ID;
import static dev.whence.ingest.Sample.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArrivalsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Ingest ingest = Ingest.start();
  private RawClient client;

  @BeforeEach
  void connect() throws IOException {
    client = new RawClient(ingest);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    ingest.close();
  }

  @Test
  void awaitReturnsTheEvents() throws IOException {
    client.post(envelope(ID));

    assertThat(ingest.awaitEvents(1, LONG)).extracting(ReceivedEvent::eventId).containsExactly(ID);
  }

  @Test
  void awaitWakesUpWhenTheEventArrives() throws Exception {
    Thread sender = new Thread(() -> {
      try {
        client.post(envelope(ID));
      } catch (IOException lost) {
        throw new AssertionError(lost);
      }
    });
    sender.start();

    assertThat(ingest.awaitEvents(1, LONG)).hasSize(1);
    sender.join();
  }

  @Test
  void awaitTellsWhatHasArrivedWhenTimeIsUp() throws IOException {
    client.post(envelope(ID));
    client.post("nonsense");

    assertThatThrownBy(() -> ingest.awaitEvents(2, Duration.ZERO))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 events [" + ID)
        .hasMessageContaining("2 requests [POST /api/1/envelope/")
        .hasMessageContaining("complaints: [envelope header must end with a newline]");
  }

  @Test
  void awaitsRequestsThatWereNotAccepted() throws IOException {
    client.post("nonsense");

    assertThat(ingest.awaitRequests(1, LONG)).hasSize(1);
    assertThatThrownBy(() -> ingest.awaitRequests(2, Duration.ZERO))
        .hasMessageContaining("waited PT0S for 2 requests");
  }

  @Test
  void interruptEndsTheWaitAndStaysSet() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> ingest.awaitEvents(1, LONG)).isInstanceOf(AssertionError.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void comesBackOnTheSamePort() throws IOException {
    int port;
    try (Ingest first = Ingest.start()) {
      port = first.port();
    }

    try (Ingest second = Ingest.builder().port(port).start();
        RawClient sender = new RawClient(second)) {
      assertThat(second.port()).isEqualTo(port);
      assertThat(sender.post(envelope(ID))).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void retainsTheLatestAndCountsAll() throws IOException {
    try (Ingest small = Ingest.builder().retain(2).start();
        RawClient sender = new RawClient(small)) {
      for (int i = 0; i < 5; i++) {
        sender.post(envelope(Sample.id(i)));
      }

      assertThat(small.events())
          .extracting(ReceivedEvent::eventId)
          .containsExactly(Sample.id(3), Sample.id(4));
      assertThat(small.envelopes()).hasSize(2);
      assertThat(small.requests()).hasSize(2);
      assertThat(small.eventCount()).isEqualTo(5);
      assertThat(small.seenIds()).hasSize(5);
    }
  }

  @Test
  void resetForgetsAllButTheOpenConnections() throws IOException {
    ingest.answer(Answer.status(503));
    ingest.answerOnce(Answer.ok(), Answer.status(502));
    client.post(envelope(ID));
    client.post("nonsense");
    ingest.answerOnce(Answer.status(504));

    ingest.reset();

    assertThat(ingest.complaints()).isEmpty();
    assertThat(ingest.requestCount()).isZero();
    assertThat(ingest.eventCount()).isZero();
    assertThat(ingest.seenIds()).isEmpty();
    assertThat(ingest.envelopes()).isEmpty();
    assertThat(ingest.connections()).isZero();
    assertThat(client.post(envelope(ID))).startsWith("HTTP/1.1 200 ");
  }
}
