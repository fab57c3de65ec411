package dev.whence.jaxrs.observe;

import dev.whence.RequestScope;
import jakarta.ws.rs.core.MultivaluedMap;

/** The header by which browsers are told where the time went (W3C Server Timing). */
public final class ServerTiming {
  private static final String NAME = "Server-Timing";

  private ServerTiming() {}

  /** Adds to what an application says itself, where that is asked for. */
  public static void put(RequestScope scope, MultivaluedMap<String, Object> headers) {
    scope.serverTiming().ifPresent(timing -> headers.add(NAME, timing));
  }
}
