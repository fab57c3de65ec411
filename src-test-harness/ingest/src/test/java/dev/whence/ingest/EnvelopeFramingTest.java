package dev.whence.ingest;

import static dev.whence.ingest.Sample.EVENT;
import static dev.whence.ingest.Sample.ID;
import static dev.whence.ingest.Sample.header;
import static dev.whence.ingest.Sample.item;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.whence.ingest.http.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeFramingTest {
  private static final String HEADER = header(ID) + "\n";
  private static final String ITEM = item("event", EVENT);
  private static final String REPORT = "{\"timestamp\":1,\"discarded_events\":"
      + "[{\"reason\":\"sample_rate\",\"category\":\"error\",\"quantity\":1}]}";

  @ParameterizedTest
  @MethodSource({"brokenHeaders", "brokenItemHeaders", "brokenPayloads", "brokenRules"})
  void refusesMalformedEnvelope(String envelope, String complaint) {
    assertThatThrownBy(() -> EnvelopeParser.parse(envelope.getBytes(UTF_8)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(complaint);
  }

  static Stream<Arguments> brokenHeaders() {
    return Stream.of(
        arguments("", "envelope is empty"),
        arguments("\n" + ITEM, "envelope header is a blank line"),
        arguments(header(ID), "envelope header must end with a newline"),
        arguments(HEADER, "envelope has no item"),
        arguments(" " + HEADER + ITEM, "envelope header must be a JSON object that fills its line"),
        arguments(
            header(ID) + " \n" + ITEM, "envelope header must be a JSON object that fills its line"),
        arguments("[]\n" + ITEM, "envelope header must be a JSON object"),
        arguments("\uFEFF" + HEADER + ITEM, "envelope header must be a JSON object"),
        arguments(header(ID) + "\r\n" + ITEM, "envelope header has a carriage return"),
        arguments("{\"event_id\":}\n" + ITEM, "envelope header is not valid JSON"),
        arguments("{}{}\n" + ITEM, "envelope header is not valid JSON"),
        arguments(
            header("ABCDEF".repeat(5) + "AB") + "\n" + ITEM, "event_id must be 32 lower-case hex"),
        arguments(header(ID + "0") + "\n" + ITEM, "event_id must be 32 lower-case hex"),
        arguments("{\"event_id\":null}\n" + ITEM, "event_id must be 32 lower-case hex"),
        arguments(sentAt("\"2024-01-01 10:00:00Z\""), "sent_at must be RFC 3339"),
        arguments(sentAt("\"2024-02-30T10:00:00Z\""), "sent_at must be RFC 3339"),
        arguments(sentAt("\"2024-01-01T10:00:00+01:00\""), "sent_at must be RFC 3339 in UTC"),
        arguments(sentAt("1700000000"), "sent_at must be RFC 3339"),
        arguments(
            sentAt("\"2024-01-01T10:00:00Z\",\"sent_at\":\"2024-01-01T10:00:00Z\""),
            "Duplicate field 'sent_at'"));
  }

  static Stream<Arguments> brokenItemHeaders() {
    return Stream.of(
        arguments(HEADER + "\n" + ITEM, "item 1 header is a blank line"),
        arguments(HEADER + ITEM + "\n", "item 2 header is a blank line"),
        arguments(HEADER + ITEM + " ", "item 2 header must end with a newline"),
        arguments(
            HEADER + "{\"type\":\"session\",\"length\":0}",
            "item 1 header must end with a newline"),
        arguments(
            HEADER + "{\"length\":2}\n{}\n", "item 1 header must have a type of the protocol"),
        arguments(HEADER + item("evnt", EVENT), "has \"evnt\""),
        arguments(
            HEADER + "{\"type\":7,\"length\":2}\n{}\n",
            "item 1 header must have a type of the protocol"),
        arguments(
            HEADER + "{\"type\":\"event\"}\n" + EVENT,
            "item 1 header must have its payload's length"),
        arguments(HEADER + sized("\"2\"", "{}"), "item 1 header must have its payload's length"),
        arguments(HEADER + sized("-1", "{}"), "item 1 header must have its payload's length"),
        arguments(HEADER + sized("2.0", "{}"), "item 1 header must have its payload's length"),
        arguments(
            HEADER + "{\"type\":\"session\",\"type\":\"session\",\"length\":2}\n{}\n",
            "Duplicate field 'type'"));
  }

  static Stream<Arguments> brokenPayloads() {
    return Stream.of(
        arguments(HEADER + sized("4", "{}"), "says length 4, but 3 bytes are left"),
        arguments(
            HEADER + sized("1", "{}"), "item 1 payload must end with a newline after 1 bytes"),
        arguments(
            HEADER + sized("2", "{}\r"), "item 1 payload must end with a newline after 2 bytes"),
        arguments(
            HEADER + sized("3", "{}") + ITEM,
            "item 1 payload must end with a newline after 3 bytes"),
        arguments(HEADER + item("session", "[]"), "item 1 payload must be a JSON object"),
        arguments(HEADER + item("session", ""), "item 1 payload must be a JSON object"),
        arguments(HEADER + item("session", "{\"a\":1,\"a\":2}"), "Duplicate field 'a'"),
        arguments(HEADER + item("session", "{\r\n}"), "item 1 payload has a carriage return"),
        arguments(HEADER + item("session", "{\"a\":NaN}"), "item 1 payload is not valid JSON"),
        arguments(HEADER + item("session", "{\"a\":\"\\ud83d\"}"), "has half of a surrogate pair"));
  }

  static Stream<Arguments> brokenRules() {
    return Stream.of(
        arguments("{}\n" + ITEM, "must have an event_id because of an item of type event"),
        arguments("{}\n" + item("transaction", EVENT), "because of an item of type transaction"),
        arguments("{}\n" + item("attachment", "x"), "because of an item of type attachment"),
        arguments(header(Sample.id(9)) + "\n" + ITEM, "event_id must be the envelope's"),
        arguments(
            "{\"event_id\":\"" + ID + "\",\"trace\":{\"trace_id\":\"t\"}}\n" + ITEM,
            "trace must have trace_id and public_key"),
        arguments(HEADER + ITEM + ITEM, "item 2 is a second event or transaction"),
        arguments(
            HEADER + ITEM + item("transaction", EVENT), "item 2 is a second event or transaction"),
        arguments(HEADER + item("event", "{\"event_id\":\"" + ID + "\"}"), "timestamp must be"),
        arguments("{}\n" + item("client_report", "{\"timestamp\":1}"), "discarded_events must be"),
        arguments(
            "{}\n" + item("client_report", REPORT + " ".repeat(4_097 - REPORT.length())),
            "item 1 payload has 4097 bytes, and may have 4096"),
        arguments(
            HEADER + item("event", EVENT + " ".repeat(1 << 20)), "bytes, and may have 1048576"));
  }

  @Test
  void refusesPayloadThatIsNotUtf8() {
    byte[] latin1 =
        (HEADER + "{\"type\":\"session\",\"length\":9}\n{\"a\":\"ü\"}\n").getBytes(ISO_8859_1);

    assertThatThrownBy(() -> EnvelopeParser.parse(latin1))
        .hasMessageContaining("item 1 payload is not valid UTF-8");
  }

  @ParameterizedTest
  @MethodSource("wellFormed")
  void acceptsWellFormedEnvelope(String envelope) throws Refusal {
    assertThat(EnvelopeParser.parse(envelope.getBytes(UTF_8)).items()).isNotEmpty();
  }

  static Stream<String> wellFormed() {
    return Stream.of(
        HEADER + ITEM,
        (HEADER + ITEM).stripTrailing(),
        sentAt("\"2024-01-01T10:00:00.123456Z\""),
        "{}\n" + item("client_report", REPORT),
        HEADER + item("feedback", "{\n \"event_id\": \"" + ID + "\"\n}"),
        "{\"event_id\":\"" + ID + "\",\"trace\":{\"trace_id\":\"t\",\"public_key\":\"k\"}}\n"
            + ITEM,
        HEADER
            + ITEM
            + item("attachment", "a\r\nb\n\n")
            + item("session", "{\"a\":\"\\ud83d\\ude00\"}"),
        HEADER + item("attachment", "") + ITEM);
  }

  @Test
  void keepsPayloadsByteForByte() throws Refusal {
    String payload = "{\"type\":\"event\",\"length\":2}\n\r\n\0ü";

    ReceivedEnvelope envelope =
        EnvelopeParser.parse((HEADER + item("attachment", payload)).getBytes(UTF_8));

    assertThat(envelope.items().get(0).payload()).isEqualTo(payload.getBytes(UTF_8));
  }

  private static String sentAt(String json) {
    return "{\"event_id\":\"" + ID + "\",\"sent_at\":" + json + "}\n" + ITEM;
  }

  private static String sized(String length, String payload) {
    return "{\"type\":\"session\",\"length\":" + length + "}\n" + payload + "\n";
  }
}
