package dev.whence.jaxrs.standard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * The mapper of last resort. Mappers are not told their request, and not every thread that maps has
 * it; so this one hands the failure on to {@link AnswerFilter}, which is.
 */
@Priority(Integer.MAX_VALUE)
final class UnansweredMapper implements ExceptionMapper<Throwable> {
  /** The entity of an answer that is still to be made; shows nothing to whoever prints it. */
  static final class Unanswered {
    private final transient Throwable failure;

    private Unanswered(Throwable failure) {
      this.failure = failure;
    }

    Throwable failure() {
      return failure;
    }

    @Override
    public String toString() {
      return "";
    }
  }

  /** Returns the failure's own answer if it brings one. */
  @Override
  public Response toResponse(Throwable failure) {
    return failure instanceof WebApplicationException own
        ? own.getResponse()
        : Response.serverError().entity(new Unanswered(failure)).build();
  }
}
