package dev.whence.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedEventTest {
  private static RecordedEvent event(String json) {
    return RecordedEvent.of(new EventRecord(
        EventId.of(1, 2), Category.ERROR, Instant.EPOCH, json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void listsExceptionsFromTheThrownOneInwards() {
    RecordedEvent event = event("""
        {"exception": {"values": [
          {"type": "IOException", "module": "java.io"}, {"type": "NoPackage"}]}}""");

    assertThat(event.exceptionTypes()).containsExactly("NoPackage", "java.io.IOException");
  }

  @Test
  void listsCallsFromTheInnermostOutwards() {
    RecordedEvent event = event("""
        {"exception": {"values": [{"type": "X", "stacktrace": {"frames": [
          {"module": "a.B", "function": "outer"}, {"module": "a.C", "function": "inner"}]}}]}}""");

    assertThat(event.exceptions().get(0).functions()).containsExactly("a.C.inner", "a.B.outer");
  }

  @Test
  void isEmptyWhereTheEventSaysNothing() {
    RecordedEvent event = event("{}");

    assertThat(event.exceptions()).isEmpty();
    assertThat(event.breadcrumbMessages()).isEmpty();
    assertThat(event.tag("any")).isEmpty();
    assertThat(event.status()).isZero();
    assertThat(event.message() + event.level() + event.route() + event.userId()).isEmpty();
    assertThat(event.requestId() + event.eventId()).isEmpty();
  }

  @Test
  void readsWhatStandsAtAPointer() {
    RecordedEvent event = event("{\"request\": {\"url\": \"http://a/\", \"n\": 5}}");

    assertThat(event.at("/request/url")).isEqualTo("http://a/");
    assertThat(event.at("/request/n")).isEqualTo("5");
    assertThat(event.at("/request/none")).isEmpty();
  }

  @Test
  void givesAwayCopiesOnly() {
    RecordedEvent event = event("{\"level\": \"error\"}");

    ((ObjectNode) event.json()).put("level", "info");

    assertThat(event.level()).isEqualTo("error");
  }

  @Test
  void refusesARecordThatIsNoJson() {
    assertThatThrownBy(() -> event("{")).isInstanceOf(UncheckedIOException.class);
  }
}
