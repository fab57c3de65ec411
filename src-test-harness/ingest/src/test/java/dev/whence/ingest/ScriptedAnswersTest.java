package dev.whence.ingest;

import static dev.whence.ingest.Sample.ID;
import static dev.whence.ingest.Sample.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScriptedAnswersTest {
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
  void givesOnceAnswersInOrderAndThenTheStandingOne() throws IOException {
    ingest.answer(Answer.status(202));
    ingest.answerOnce(Answer.status(503), Answer.status(429).header("Retry-After", "7"));

    assertThat(client.post(envelope(ID))).startsWith("HTTP/1.1 503 ");
    assertThat(client.post(envelope(ID)))
        .startsWith("HTTP/1.1 429 ")
        .contains("\r\nRetry-After: 7\r\n");
    assertThat(client.post(envelope(ID))).startsWith("HTTP/1.1 202 ");
    assertThat(client.post(envelope(ID))).startsWith("HTTP/1.1 202 ");
  }

  @Test
  void acceptsOnlyWhatIsAnswered2xx() throws IOException {
    ingest.answerOnce(Answer.status(503), Answer.status(300), Answer.status(204));

    client.post(envelope(Sample.id(1)));
    client.post(envelope(Sample.id(1)));
    client.post(envelope(Sample.id(2)));

    assertThat(ingest.seenIds()).containsExactly(Sample.id(2));
    assertThat(ingest.requestCount()).isEqualTo(3);
    assertThat(ingest.complaints()).isEmpty();
  }

  @Test
  void leavesOutTheBodyWhereTheStatusForbidsOne() throws IOException {
    ingest.answerOnce(Answer.status(204));

    assertThat(client.post(envelope(ID))).endsWith("\r\n\r\n").doesNotContain("Content-Length");
    assertThat(client.post(envelope(ID))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void refusesBreachWhateverTheScriptSays() throws IOException {
    ingest.answerOnce(Answer.hang());

    assertThat(client.post("nonsense")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void resetBreaksTheConnectionOff() throws IOException {
    ingest.answerOnce(Answer.reset());

    assertThatThrownBy(() -> client.post(envelope(ID)))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void answersAfterTheDelay() throws IOException {
    ingest.answerOnce(Answer.ok().after(Duration.ofMillis(1)));

    assertThat(client.post(envelope(ID))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void acceptsBeforeTheDelayButDoesNotAnswer() throws IOException {
    ingest.answerOnce(Answer.ok().after(Duration.ofDays(1)));

    client.sendEnvelope(envelope(ID));
    ingest.awaitEvents(1, LONG);
    ingest.close();

    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void closeEndsHangingDelayedAndIdleConnections() throws IOException {
    ingest.answerOnce(Answer.hang(), Answer.ok().after(Duration.ofDays(1)));
    try (RawClient second = new RawClient(ingest);
        RawClient idle = new RawClient(ingest)) {
      idle.send("POST /api");
      client.sendEnvelope(envelope(ID));
      second.sendEnvelope(envelope(ID));
      awaitWaitingThreads(2);

      ingest.close();

      assertThat(connectionThreads()).isEmpty();
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  private static Stream<Thread> connectionThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("whence-ingest-(\\d+|accept)"));
  }

  private static void awaitWaitingThreads(int count) {
    while (connectionThreads().filter(ScriptedAnswersTest::isWaiting).count() < count) {
      assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
      Thread.onSpinWait();
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }
}
