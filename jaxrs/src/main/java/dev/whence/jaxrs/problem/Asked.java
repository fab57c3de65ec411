package dev.whence.jaxrs.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** What an answer needs to know of its request; null what the engine does not tell. */
public record Asked(@Nullable HttpHeaders headers, @Nullable UriInfo uri) {
  /** Returns the raw path of the request, null if it is out of reach. */
  @Nullable
  String path() {
    try {
      return uri == null ? null : uri.getRequestUri().getRawPath();
    } catch (RuntimeException e) {
      return null; // no request is bound to this thread
    }
  }
}
