package dev.whence.junit;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.event.Category;
import dev.whence.event.EventId;
import dev.whence.event.EventRecord;
import dev.whence.event.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EventAssertTest {
  private final RecordedEvent event = event("""
      {
        "event_id": "0123456789abcdef0123456789abcdef",
        "level": "error",
        "transaction": "GET /boom",
        "exception": {"values": [
          {"type": "IOException", "module": "java.io", "value": "disk",
           "mechanism": {
             "type": "suppressed", "handled": false, "exception_id": 2, "parent_id": 0}},
          {"type": "InterruptedException", "module": "java.lang",
           "mechanism": {
             "type": "chained", "handled": false, "exception_id": 1, "parent_id": 0}},
          {"type": "IllegalStateException", "module": "java.lang", "value": "said \\"no\\"",
           "stacktrace": {"frames": [
             {"module": "a.B", "function": "outer"}, {"module": "a.C", "function": "inner"}]},
           "mechanism": {"type": "servlet", "handled": false, "exception_id": 0}}
        ]},
        "tags": {"team": "shop"},
        "user": {"id": "8fa1"},
        "contexts": {"response": {"status_code": 500}, "whence": {"request_id": "r-1"}},
        "breadcrumbs": {"values": [{"message": "first"}, {"message": "second"}]}
      }""");

  private static RecordedEvent event(String json) {
    return RecordedEvent.of(new EventRecord(
        EventId.of(1, 2), Category.ERROR, Instant.EPOCH, json.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertFails(ThrowingCallable assertion, String... parts) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
  }

  @Test
  void acceptsAnEventThatIsAsDescribed() {
    assertThatEvent(event)
        .hasException(IllegalStateException.class)
        .withMessage("said \"no\"")
        .causedBy(InterruptedException.class)
        .withoutCause()
        .isUnhandled()
        .hasLevel(Level.ERROR)
        .hasStatus(500)
        .hasRoute("GET /boom")
        .hasRequestId("r-1")
        .hasTag("team", "shop")
        .hasNoTag("tenant")
        .hasBreadcrumb("first")
        .hasBreadcrumbs("first", "second")
        .hasUser("8fa1")
        .mentionsNowhere("hunter2");
  }

  @Test
  void findsWhatWasSuppressedBesideTheCause() {
    assertThatEvent(event)
        .hasException(IllegalStateException.class)
        .suppressing(IOException.class)
        .withMessage("disk");
  }

  @Test
  void tellsWhatWasThrownInsteadAndShowsTheEvent() {
    assertFails(
        () -> assertThatEvent(event).hasException(IOException.class),
        "java.io.IOException",
        "[java.lang.IllegalStateException]",
        "\"transaction\":\"GET /boom\"");
  }

  @Test
  void doesNotTakeASuppressedExceptionForACause() {
    assertFails(
        () -> assertThatEvent(event)
            .hasException(IllegalStateException.class)
            .causedBy(IOException.class),
        "the cause",
        "[java.lang.InterruptedException]");
  }

  @Test
  void doesNotTakeACauseForASuppressedException() {
    assertFails(
        () -> assertThatEvent(event)
            .hasException(IllegalStateException.class)
            .suppressing(InterruptedException.class),
        "suppressed");
  }

  @Test
  void noticesACauseThatShouldNotBeThere() {
    assertFails(
        () -> assertThatEvent(event).hasException(IllegalStateException.class).withoutCause(),
        "InterruptedException");
  }

  @Test
  void refusesToSpeakOfACauseBeforeAnException() {
    assertThatThrownBy(() -> assertThatEvent(event).causedBy(IOException.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hasException");
  }

  @Test
  void rejectsEachValueThatDiffers() {
    assertFails(() -> assertThatEvent(event).hasStatus(503), "status", "503", "500");
    assertFails(() -> assertThatEvent(event).hasRoute("GET /"), "route", "GET /boom");
    assertFails(() -> assertThatEvent(event).hasLevel(Level.FATAL), "level", "fatal");
    assertFails(() -> assertThatEvent(event).hasTag("team", "bar"), "tag team", "shop");
    assertFails(() -> assertThatEvent(event).hasNoTag("team"), "tag team", "shop");
    assertFails(() -> assertThatEvent(event).hasUser("other"), "user", "8fa1");
    assertFails(() -> assertThatEvent(event).hasRequestId("r-2"), "request ID", "r-1");
    assertFails(() -> assertThatEvent(event).hasMessage("hello"), "message", "hello");
    assertFails(() -> assertThatEvent(event).hasBreadcrumb("third"), "third");
    assertFails(() -> assertThatEvent(event).hasBreadcrumbs("second", "first"), "breadcrumbs");
    assertFails(() -> assertThatEvent(event).hasNoException(), "exceptions");
    assertFails(() -> assertThatEvent(event).isHandled(), "handled");
  }

  @Test
  void findsASecretEvenWhereJsonEscapesIt() {
    assertFails(() -> assertThatEvent(event).mentionsNowhere("said \"no\""), "nowhere");
    assertFails(() -> assertThatEvent(event).mentionsNowhere("absent", "disk"), "disk");
  }

  @Test
  void aMessageHasNoExceptionAndIsNeitherHandledNorUnhandled() {
    RecordedEvent message = event("{\"logentry\": {\"formatted\": \"low stock\"}}");

    assertThatEvent(message).hasMessage("low stock").hasNoException().hasStatus(0);
    assertFails(() -> assertThatEvent(message).isHandled(), "expected an exception");
  }
}
