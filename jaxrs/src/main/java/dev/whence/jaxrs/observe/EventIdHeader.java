package dev.whence.jaxrs.observe;

import dev.whence.RequestScope;
import dev.whence.event.EventId;
import jakarta.ws.rs.core.MultivaluedMap;

/** The header by which whoever has an answer can find its event. */
public final class EventIdHeader {
  public static final String NAME = "X-Event-ID";

  private EventIdHeader() {}

  /**
   * Puts the request's first event into an answer's headers, unless they name one of its events.
   * One of another request is overwritten: applications keep answers to send them again.
   */
  public static void put(RequestScope scope, MultivaluedMap<String, Object> headers) {
    EventId first = scope.eventId().orElse(null);
    if (first == null) {
      return;
    }
    Object named = headers.getFirst(NAME);
    if (named == null || !scope.isEvent(named.toString())) {
      headers.putSingle(NAME, first.toString());
    }
  }
}
