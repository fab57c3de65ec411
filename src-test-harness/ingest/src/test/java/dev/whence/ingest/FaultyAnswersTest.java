package dev.whence.ingest;

import static dev.whence.ingest.Sample.ID;
import static dev.whence.ingest.Sample.envelope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults as a client sees them on the wire. */
@Timeout(60)
class FaultyAnswersTest {
  private static final String OK = "HTTP/1.1 200 ";

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
  void halfAnAnswerEndsInTheMiddleThoughTheEnvelopeIsAccepted() throws IOException {
    ingest.answerOnce(Answer.ok().half(10));

    client.sendEnvelope(envelope(ID));

    assertThat(client.untilEnd()).isEqualTo("HTTP/1.1 2");
    assertThat(ingest.seenIds()).containsExactly(ID);
  }

  @Test
  void aCutAnswerIsFollowedByAReset() throws IOException {
    ingest.answerOnce(Answer.ok().cut(10));

    client.sendEnvelope(envelope(ID));

    assertThatThrownBy(client::untilEnd).isInstanceOf(SocketException.class);
  }

  @Test
  void garbageIsNoHttpAndTheSameForTheSameSeed() throws IOException {
    ingest.answerOnce(Answer.garbage(7), Answer.garbage(7));

    client.sendEnvelope(envelope(ID));
    String first = client.untilEnd();
    try (RawClient other = new RawClient(ingest)) {
      other.sendEnvelope(envelope(ID));
      assertThat(other.untilEnd()).isEqualTo(first);
    }

    assertThat(first).hasSize(300).doesNotContain("H", "\r", "\n", " ");
    assertThat(ingest.seenIds()).isEmpty();
  }

  @Test
  void anEarlyAnswerComesThoughTheRequestIsNotRead() throws IOException {
    ingest.answerOnce(Answer.ok(), Answer.status(413).early());
    client.post(envelope(ID));

    client.sendEnvelope(envelope(Sample.id(2)));
    assertThat(client.answer()).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    assertThat(ingest.seenIds()).containsExactly(ID);
    assertThat(ingest.requestCount()).isEqualTo(1);
  }

  @Test
  void anAnswerBeforeTheAnswerIsSentFirst() throws IOException {
    ingest.answerOnce(Answer.ok().behind(103));

    assertThat(client.post(envelope(ID))).isEqualTo("HTTP/1.1 103 \r\n\r\n");
    assertThat(client.answer()).startsWith(OK);
  }

  @Test
  void anAnswerCanComeTwiceAndTheNextRequestIsAnsweredToo() throws IOException {
    ingest.answerOnce(Answer.ok().twice());

    assertThat(client.post(envelope(ID))).startsWith(OK);
    assertThat(client.answer()).startsWith(OK);
    assertThat(client.post(envelope(Sample.id(2)))).contains(Sample.id(2));
    assertThat(ingest.requestCount()).isEqualTo(2);
  }

  @Test
  void aClosingAnswerDoesNotSaySo() throws IOException {
    ingest.answerOnce(Answer.ok().closing());

    assertThat(client.post(envelope(ID))).startsWith(OK).doesNotContain("Connection");
    assertThat(client.isAtEnd()).isTrue();
  }

  @Test
  void aPaddedAnswerHasALongBody() throws IOException {
    ingest.answerOnce(Answer.ok().padded(100_000));

    assertThat(client.post(envelope(ID))).hasSizeGreaterThan(100_000);
    assertThat(client.post(envelope(ID))).hasSizeLessThan(1_000);
  }

  @Test
  void slowAnswersAndSlowReadingArriveWhole() throws IOException {
    Duration pause = Duration.ofMillis(1);
    ingest.answerOnce(Answer.ok().slow(pause), Answer.ok().reading(pause));

    assertThat(client.post(envelope(Sample.id(1)))).contains(Sample.id(1));
    assertThat(client.post(envelope(Sample.id(2)))).contains(Sample.id(2));
    assertThat(ingest.complaints()).isEmpty();
  }

  @Test
  void aRedirectNamesItsPlace() throws IOException {
    ingest.answerOnce(Answer.redirect(307, "http://elsewhere.example/"));

    assertThat(client.post(envelope(ID)))
        .startsWith("HTTP/1.1 307 ")
        .contains("\r\nLocation: http://elsewhere.example/\r\n");
    assertThat(ingest.seenIds()).isEmpty();
  }

  @Test
  void onlyAnAnswerWithAStatusCanBeSentInAnotherWay() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Answer.hang().half(1))
        .withMessage("only an answer with a status can be sent in another way");
  }

  @Test
  void endsAtOnceHoweverSlowItsAnswers() throws IOException {
    ingest.answer(Answer.ok().slow(Duration.ofDays(1)));
    client.sendEnvelope(envelope(ID));
    ingest.awaitRequests(1, Duration.ofSeconds(30));

    ingest.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("whence-ingest"));
  }
}
