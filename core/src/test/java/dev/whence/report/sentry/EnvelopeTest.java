package dev.whence.report.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.report.Records;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  @Test
  void framesOneEventByteForByte() {
    byte[] envelope = Envelope.of(
        Records.record("{\"message\":\"schön\"}"), Instant.parse("2026-03-01T12:00:01.234567Z"));

    assertThat(new String(envelope, UTF_8)).isEqualTo("""
        {"event_id":"0123456789abcdef0123456789abcdef","sent_at":"2026-03-01T12:00:01.234Z",\
        "sdk":{"name":"whence.java","version":"dev"}}
        {"type":"event","content_type":"application/json","length":20}
        {"message":"schön"}
        """);
  }
}
