package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.WhenceBuilder;
import dev.whence.config.Keys;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a receiver is told, on a real way, of events that it will not get. */
class LossesTest {
  private static WhenceBuilder builder(Ingest ingest) {
    return Whence.builder().environmentVariables(Map.of()).set(Keys.DSN, ingest.dsn());
  }

  private static void capture(Whence whence, int count) {
    for (int number = 0; number < count; number++) {
      whence.capture(new IllegalStateException("number " + number));
    }
  }

  /** Returns how many events all client reports together say were discarded, by reason. */
  private static Map<String, Long> discarded(Ingest ingest) {
    return ingest.envelopes().stream()
        .flatMap(envelope -> envelope.items("client_report").stream())
        .flatMap(item -> item.json().at("/discarded_events").valueStream())
        .collect(Collectors.toMap(
            loss -> loss.path("category").asText() + ' ' + loss.path("reason").asText(),
            loss -> loss.path("quantity").asLong(),
            Long::sum));
  }

  @Test
  void aReceiverIsToldAtTheEndOfWhatNeverCameToBeAnEvent() {
    try (Ingest ingest = Ingest.start()) {
      Whence whence = builder(ingest).set(Keys.SAMPLE_RATE, "0").build();
      capture(whence, 5);
      whence.close();

      assertThat(discarded(ingest)).isEqualTo(Map.of("error sample_rate", 5L));
      assertThat(ingest.eventCount()).isZero();
      assertThat(ingest.complaints()).isEmpty();
    }
  }

  @Test
  void aReceiverIsToldWhatItRejectedItselfBesideWhatArrived() {
    try (Ingest ingest = Ingest.start()) {
      ingest.answerOnce(Answer.ok(), Answer.status(400), Answer.status(400));
      Whence whence = builder(ingest).build();
      capture(whence, 5);
      whence.close();

      assertThat(discarded(ingest)).isEqualTo(Map.of("error send_error", 2L));
      assertThat(ingest.eventCount()).isEqualTo(3);
      assertThat(whence.health().lanes().get(0).dropped()).isEqualTo(Map.of("http_400", 2L));
    }
  }
}
