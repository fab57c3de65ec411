package dev.whence.jaxrs.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The mapper of last resort: any other comes first. Called on the threads that map. */
@Priority(Integer.MAX_VALUE)
public final class ThrowableMapper implements ExceptionMapper<Throwable> {
  private final FailureAnswers answers;

  @Context
  private @Nullable HttpHeaders headers;

  @Context
  private @Nullable UriInfo uri;

  public ThrowableMapper(FailureAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Response toResponse(Throwable failure) {
    return answers.answer(failure, new Asked(headers, uri));
  }
}
