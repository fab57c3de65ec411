package dev.whence.jaxrs.standard;

import dev.whence.RequestScope;
import dev.whence.jaxrs.observe.ResourcePolicy;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Joins each request's scope, before a resource is looked for. The first filter. */
@PreMatching
@Priority(Integer.MIN_VALUE)
final class ArrivalFilter implements ContainerRequestFilter {
  private final Scopes scopes;
  private final ResourcePolicy policy;

  ArrivalFilter(Scopes scopes, ResourcePolicy policy) {
    this.scopes = scopes;
    this.policy = policy;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    RequestScope scope = scopes.of(context);
    if (scope == null) {
      return;
    }
    try {
      StandardRequest request = new StandardRequest(scope, context, policy);
      scope.handledBy(request);
      context.setProperty(StandardRequest.PROPERTY, request);
    } catch (Throwable e) {
      scope.whence().fault("jaxrs", e);
    }
  }
}
