package dev.whence.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.assemble.Assembled;
import dev.whence.event.ErrorEvent;
import dev.whence.event.EventId;
import dev.whence.event.Frame;
import dev.whence.event.Level;
import dev.whence.event.Mechanism;
import dev.whence.event.ThrownException;
import dev.whence.scrub.Scrubber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  private final Grouping grouping = new Grouping(Scrubber.standard()::scrubText);
  private final ErrorEvent one = Assembled.event(new IllegalStateException("one"), "dev.whence");
  private final ErrorEvent other = Assembled.event(new IllegalArgumentException(), "dev.whence");

  private GroupKey key(ErrorEvent event, String... fingerprint) {
    return grouping.keyOf(event.toBuilder().fingerprint(List.of(fingerprint)).build(), null);
  }

  @Test
  void anExplicitFingerprintWins() {
    assertThat(key(one, "checkout")).isEqualTo(key(other, "checkout"));
    assertThat(key(one, "checkout")).isNotEqualTo(key(one, "checkin"));
    assertThat(key(one, "checkout", "eu")).isNotEqualTo(key(one, "checkouteu"));
    assertThat(key(one, "checkout").parts()).containsExactly("fingerprint checkout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{default}}", "{{ default }}", "{{  default}}"})
  void defaultStandsForTheComputedKey(String placeholder) {
    GroupKey computed = key(one);

    assertThat(key(one, placeholder)).isEqualTo(computed);
    assertThat(key(one, placeholder, "eu").parts())
        .containsExactly("default " + computed.key(), "fingerprint eu");
    assertThat(key(one, placeholder, "eu")).isEqualTo(key(one, "{{default}}", "eu"));
    assertThat(key(one, placeholder, "eu")).isNotEqualTo(key(other, placeholder, "eu"));
    assertThat(key(one, placeholder, "eu")).isNotEqualTo(key(one, placeholder, "us"));
    assertThat(key(one, placeholder, "eu")).isNotEqualTo(computed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{}}", "{{", "}}", "{{other}}", "{default}", "x {{default}}"})
  void otherBracesAreText(String part) {
    assertThat(key(one, part)).isEqualTo(key(other, part));
    assertThat(key(one, part).parts()).containsExactly("fingerprint " + part);
  }

  @Test
  void secretsInAFingerprintAreMasked() {
    assertThat(key(one, "password=hunterFAKE").parts())
        .containsExactly("fingerprint password=[Filtered]");
  }

  @Test
  void messagesAreGroupedByLevelTextAndPlace() {
    ErrorEvent message = ErrorEvent.builder(new EventId(0, 1), Instant.EPOCH)
        .level(Level.WARNING)
        .message("queue 7 is full")
        .build();
    Frame frame = new Frame("shop.Queue", "add", "Queue.java", 7, false, true);

    assertThat(key(message).parts()).containsExactly("level warning", "message queue # is full");
    assertThat(key(message.toBuilder().message("queue 12 is full").build()))
        .isEqualTo(key(message));
    assertThat(key(message.toBuilder().level(Level.ERROR).build())).isNotEqualTo(key(message));
    assertThat(key(message.toBuilder().message("queue 7 is empty").build()))
        .isNotEqualTo(key(message));
    assertThat(key(message.toBuilder().stack(List.of(frame)).build()).parts())
        .containsExactly("level warning", "message queue # is full", "at shop.Queue.add");
  }

  @Test
  void theStatusOfAnAnswerCounts() {
    assertThat(key(answered(502)).parts())
        .containsExactly("type shop.Answer", "http_status 502", "at shop.Desk.ask");
    assertThat(key(answered(503))).isNotEqualTo(key(answered(502)));
  }

  private ErrorEvent answered(int status) {
    Mechanism mechanism = new Mechanism("jaxrs", true, 0, -1, Map.of("http_status", status));
    Frame frame = new Frame("shop.Desk", "ask", "Desk.java", 7, false, true);
    return one.toBuilder()
        .exceptions(List.of(new ThrownException("Answer", "shop", "no", List.of(frame), mechanism)))
        .build();
  }

  @Test
  void aKeyIsMadeOfItsPartsAndTheirBorders() {
    assertThat(GroupKey.of(List.of("a", "b"), false).key())
        .matches("[0-9a-f]{32}")
        .isEqualTo(GroupKey.of(List.of("a", "b"), true).key())
        .isNotEqualTo(GroupKey.of(List.of("ab"), false).key())
        .isNotEqualTo(GroupKey.of(List.of("a", "b", ""), false).key());
  }

  /** Keys are remembered for months, so that the rules must not change under their name. */
  @Test
  void theSamePartsHaveHadThisKeyFromTheBeginning() {
    assertThat(GroupKey.of(List.of("type java.lang.Error", "at shop.Shop.call"), false)
            .key())
        .isEqualTo("10f31a97b1a554d3be5009f5c741b852");
  }
}
