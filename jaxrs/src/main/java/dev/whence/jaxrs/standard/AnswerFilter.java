package dev.whence.jaxrs.standard;

import dev.whence.jaxrs.problem.Asked;
import dev.whence.jaxrs.problem.FailureAnswers;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of the answer when all other filters have seen it, and makes it where nobody else did.
 */
@Priority(Integer.MIN_VALUE)
final class AnswerFilter implements ContainerResponseFilter {
  /** Null where Whence only observes. */
  private final @Nullable FailureAnswers answers;

  /** Stands for the request at hand, whatever the thread; set by the engine. */
  @Context
  private @Nullable HttpHeaders headers;

  AnswerFilter(@Nullable FailureAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext answer) {
    StandardRequest request = StandardRequest.of(context.getProperty(StandardRequest.PROPERTY));
    if (answers != null && answer.getEntity() instanceof UnansweredMapper.Unanswered entity) {
      Asked asked = new Asked(headers, context.getUriInfo());
      answer.setEntity(null); // whatever happens now
      take(
          request == null
              ? answers.answer(entity.failure(), asked)
              : request.within(() -> answers.answer(entity.failure(), asked)),
          answer);
    }
    if (request != null) {
      request.answered(answer);
    }
  }

  private static void take(Response made, ContainerResponseContext answer) {
    made.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, values));
    answer.setEntity(made.getEntity(), new Annotation[0], made.getMediaType());
  }
}
