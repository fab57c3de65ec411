package dev.whence.junit;

import dev.whence.event.Level;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one event; a failure shows the whole event.
 *
 * <pre>{@code
 * assertThatEvent(event)
 *     .hasException(IllegalStateException.class).causedBy(SQLException.class)
 *     .hasStatus(500).hasRoute("GET /orders/*").hasTag("team", "shop")
 *     .mentionsNowhere("hunter2");
 * }</pre>
 */
public final class EventAssert extends AbstractAssert<EventAssert, RecordedEvent> {
  /** What {@link #causedBy} and {@link #withMessage} speak of. */
  private @Nullable RecordedException current;

  EventAssert(RecordedEvent event) {
    super(event, EventAssert.class);
  }

  // What went wrong.

  /** Verifies that an exception of exactly this class was thrown. */
  public EventAssert hasException(Class<? extends Throwable> type) {
    return moveTo(type, "thrown", exception -> exception.parentId() < 0);
  }

  /** Verifies that the exception last spoken of has a cause of exactly this class. */
  public EventAssert causedBy(Class<? extends Throwable> type) {
    int parent = current().id();
    return moveTo(
        type, "the cause", link -> link.parentId() == parent && link.link().equals("chained"));
  }

  /** Verifies that the exception last spoken of carries a suppressed one of exactly this class. */
  public EventAssert suppressing(Class<? extends Throwable> type) {
    int parent = current().id();
    return moveTo(
        type, "suppressed", link -> link.parentId() == parent && link.link().equals("suppressed"));
  }

  private EventAssert moveTo(
      Class<? extends Throwable> type, String role, Predicate<RecordedException> place) {
    List<RecordedException> there = event().exceptions().stream().filter(place).toList();
    current = there.stream()
        .filter(exception -> exception.type().equals(type.getName()))
        .findFirst()
        .orElseThrow(() -> failure(
            "%s: expected <%s> but found %s in%n%s",
            role, type.getName(), there.stream().map(RecordedException::type).toList(), event()));
    return this;
  }

  /** Verifies the message of the exception last spoken of. */
  public EventAssert withMessage(String message) {
    return same("message of " + current().type(), message, current().message());
  }

  /** Verifies that the exception last spoken of has no cause. */
  public EventAssert withoutCause() {
    int parent = current().id();
    List<String> causes = event().exceptions().stream()
        .filter(link -> link.parentId() == parent && link.link().equals("chained"))
        .map(RecordedException::type)
        .toList();
    return same("causes of " + current().type(), List.of(), causes);
  }

  private RecordedException current() {
    if (current == null) {
      throw new IllegalStateException("no exception is spoken of yet: call hasException first");
    }
    return current;
  }

  /** Verifies that the event is one without an exception. */
  public EventAssert hasNoException() {
    return same("exceptions", List.of(), event().exceptionTypes());
  }

  /** Verifies that nobody in the application had caught what was thrown. */
  public EventAssert isUnhandled() {
    return same("handled", false, thrown().isHandled());
  }

  /** Verifies that the application itself captured what was thrown. */
  public EventAssert isHandled() {
    return same("handled", true, thrown().isHandled());
  }

  private RecordedException thrown() {
    List<RecordedException> exceptions = event().exceptions();
    if (exceptions.isEmpty()) {
      throw failure("expected an exception in%n%s", event());
    }
    return exceptions.get(0);
  }

  /** Verifies the captured message. */
  public EventAssert hasMessage(String message) {
    return same("message", message, event().message());
  }

  public EventAssert hasLevel(Level level) {
    return same("level", level.wireName(), event().level());
  }

  // Where it happened.

  public EventAssert hasStatus(int status) {
    return same("status", status, event().status());
  }

  public EventAssert hasRoute(String route) {
    return same("route", route, event().route());
  }

  public EventAssert hasRequestId(String requestId) {
    return same("request ID", requestId, event().requestId());
  }

  // What is known beside it.

  public EventAssert hasTag(String name, String value) {
    return same("tag " + name, value, event().tag(name).orElse(null));
  }

  public EventAssert hasNoTag(String name) {
    return same("tag " + name, null, event().tag(name).orElse(null));
  }

  /** Verifies that a breadcrumb with this message was left. */
  public EventAssert hasBreadcrumb(String message) {
    Assertions.assertThat(event().breadcrumbMessages())
        .as(() -> "breadcrumbs of\n" + event())
        .contains(message);
    return this;
  }

  /** Verifies that exactly these breadcrumbs were left, in this order. */
  public EventAssert hasBreadcrumbs(String... messages) {
    return same("breadcrumbs", List.of(messages), event().breadcrumbMessages());
  }

  public EventAssert hasUser(String id) {
    return same("user", id, event().userId());
  }

  /** Verifies that none of {@code texts} stands anywhere in the event. */
  public EventAssert mentionsNowhere(String... texts) {
    for (String sought : texts) {
      if (event().mentions(sought)) {
        throw failure("expected \"%s\" nowhere in%n%s", sought, event());
      }
    }
    return this;
  }

  private RecordedEvent event() {
    isNotNull();
    return actual;
  }

  private EventAssert same(String what, @Nullable Object expected, @Nullable Object found) {
    Assertions.assertThat(found).as(() -> what + " of\n" + event()).isEqualTo(expected);
    return this;
  }
}
