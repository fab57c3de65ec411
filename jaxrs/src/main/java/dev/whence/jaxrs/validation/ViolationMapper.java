package dev.whence.jaxrs.validation;

import dev.whence.jaxrs.problem.Asked;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import org.jspecify.annotations.Nullable;

/** Answers for violations whatever the engine. Called on the threads that map. */
@Priority(Integer.MAX_VALUE)
final class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {
  private final ViolationAnswers answers;

  @Context
  private @Nullable HttpHeaders headers;

  @Context
  private @Nullable UriInfo uri;

  @Context
  private @Nullable Providers providers;

  ViolationMapper(ViolationAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    return answers.answer(failure, new Asked(headers, uri), providers);
  }
}
