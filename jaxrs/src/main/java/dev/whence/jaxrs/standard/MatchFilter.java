package dev.whence.jaxrs.standard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/** Takes note of the resource that was found for a request. */
@Priority(Integer.MIN_VALUE)
final class MatchFilter implements ContainerRequestFilter {
  /** Stands for the request at hand, whatever the thread; set by the engine. */
  @Context
  private @Nullable ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    StandardRequest request = StandardRequest.of(context.getProperty(StandardRequest.PROPERTY));
    ResourceInfo found = resource;
    if (request != null && found != null) {
      request.matched(found);
    }
  }
}
