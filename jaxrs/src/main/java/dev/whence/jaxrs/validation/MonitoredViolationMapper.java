package dev.whence.jaxrs.validation;

import dev.whence.jaxrs.jersey.MonitoredMapper;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import org.jspecify.annotations.Nullable;

/** Answers for violations in monitored resources of Jersey. */
@Priority(Integer.MAX_VALUE)
final class MonitoredViolationMapper extends MonitoredMapper<ConstraintViolationException> {
  private final ViolationAnswers answers;

  @Context
  private @Nullable Providers providers;

  MonitoredViolationMapper(ViolationAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    return answers.answer(failure, asked(), providers);
  }
}
