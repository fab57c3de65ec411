package dev.whence.jaxrs.jersey;

import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;

/** The mapper of last resort for monitored resources. Called on the threads that map. */
@Priority(Integer.MAX_VALUE)
final class ProblemMapper extends MonitoredMapper<Throwable> {
  private final FailureAnswers answers;

  ProblemMapper(FailureAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Response toResponse(Throwable failure) {
    return answers.answer(failure, asked());
  }
}
