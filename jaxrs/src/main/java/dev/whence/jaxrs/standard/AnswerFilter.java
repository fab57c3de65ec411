package dev.whence.jaxrs.standard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Takes note of the answer when all other filters have seen it. */
@Priority(Integer.MIN_VALUE)
final class AnswerFilter implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext answer) {
    StandardRequest request = StandardRequest.of(context.getProperty(StandardRequest.PROPERTY));
    if (request != null) {
      request.answered(answer);
    }
  }
}
