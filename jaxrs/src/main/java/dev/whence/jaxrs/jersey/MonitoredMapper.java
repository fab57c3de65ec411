package dev.whence.jaxrs.jersey;

import dev.whence.Whence;
import dev.whence.jaxrs.problem.Asked;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * A mapper that is there for monitored resources alone; to others it is as if there were none.
 *
 * @param <T> what it maps; never a failure that brings its own answer
 */
public abstract class MonitoredMapper<T extends Throwable> implements ExtendedExceptionMapper<T> {
  @Context
  private @Nullable HttpHeaders headers;

  @Context
  private @Nullable UriInfo uri;

  /**
   * What wraps another is none: Jersey asks for that next, and mappers of its own come first. A
   * malformed header is the client's, and Jersey's to answer.
   */
  @Override
  public final boolean isMappable(T failure) {
    try {
      return !(failure instanceof WebApplicationException)
          && !(failure instanceof HeaderValueException)
          && RequestListener.asThrown(failure) == failure
          && RequestListener.ofThread()
              .filter(RequestListener::isAnsweredByWhence)
              .isPresent();
    } catch (Throwable e) {
      Whence.current().fault("problem", e);
      return false;
    }
  }

  /** Returns what is known of the request at hand. */
  protected final Asked asked() {
    return new Asked(headers, uri);
  }
}
