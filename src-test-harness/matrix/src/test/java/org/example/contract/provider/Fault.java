package org.example.contract.provider;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What the header {@code X-Fault} asks for. */
final class Fault {
  static final String HEADER = "X-Fault";

  private Fault() {}

  /** Throws if the header asks for it at this place. */
  static void at(String place, @Nullable String header) {
    if (place.equals(header)) {
      throw new IllegalStateException("the " + place + " fails");
    }
  }

  static Response answer(int status) {
    return Response.status(status).type("text/plain").entity("aborted").build();
  }
}
