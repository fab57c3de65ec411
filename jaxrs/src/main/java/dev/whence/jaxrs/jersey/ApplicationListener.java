package dev.whence.jaxrs.jersey;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.config.TraceKeys;
import dev.whence.config.value.BodyPolicy;
import dev.whence.config.value.PathPatterns;
import dev.whence.config.value.TraceRules;
import dev.whence.jaxrs.observe.EntityCopy;
import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.Tenancy;
import dev.whence.trace.TraceHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request of an application a listener: in the scope that a servlet filter has opened,
 * or in one opened here. Called by Jersey, on request threads, for any number of them.
 */
final class ApplicationListener implements ApplicationEventListener {
  private final Tenancy tenancy;
  private final Whence whence;
  private final ResourcePolicy policy;
  private final MapperFailures mapperFailures = new MapperFailures();
  private final String requestIdHeader;
  private final PathPatterns ignoredPaths;
  private final boolean hasTraceRules;
  private final boolean copiesEntities;
  private final int entityBytes;

  ApplicationListener(Tenancy tenancy, ResourcePolicy policy) {
    this.tenancy = tenancy;
    this.whence = tenancy.whence();
    this.policy = policy;
    Settings settings = whence.settings().orElseThrow();
    this.requestIdHeader = settings.get(Keys.REQUEST_ID_HEADER);
    this.ignoredPaths = settings.get(Keys.IGNORED_PATHS);
    this.hasTraceRules = !settings.get(TraceKeys.RULES).isEmpty();
    this.copiesEntities = settings.get(Keys.CAPTURE_BODY) != BodyPolicy.OFF;
    this.entityBytes = settings.get(Keys.BODY_BYTES);
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_APP_FINISHED) {
      mapperFailures.listen();
    } else if (event.getType() == ApplicationEvent.Type.DESTROY_FINISHED) {
      mapperFailures.close();
      tenancy.leave();
    }
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent start) {
    try {
      return observed(start);
    } catch (Throwable e) {
      whence.fault("jaxrs", e);
      return null;
    }
  }

  private @Nullable RequestEventListener observed(RequestEvent start) {
    ContainerRequest request = start.getContainerRequest();
    RequestScope joined = joined(request);
    if (joined != null) {
      return RequestListener.guest(joined, new JerseyRequest(start, policy));
    }
    if (!ignoredPaths.isEmpty() && ignoredPaths.matches(JerseyExchange.path(request))) {
      return null;
    }
    RequestScope opened = whence.open(
        request.getHeaderString(requestIdHeader), TraceHeaders.read(request::getHeaderString));
    if (hasTraceRules) {
      opened.sampleBy(subject(request));
    }
    return RequestListener.owner(
        opened,
        new JerseyRequest(start, policy),
        new RequestListener.Ownership(requestIdHeader, copyOf(request)));
  }

  private static TraceRules.Subject subject(ContainerRequest request) {
    return new TraceRules.Subject(
        () -> JerseyExchange.path(request),
        request::getHeaderString,
        () -> principal(request.getSecurityContext()));
  }

  private static @Nullable String principal(@Nullable SecurityContext security) {
    Principal principal = security == null ? null : security.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  private @Nullable EntityCopy copyOf(ContainerRequest request) {
    if (!copiesEntities) {
      return null;
    }
    EntityCopy copy =
        EntityCopy.of(request::getHeaderString, entityBytes, e -> whence.fault("body", e));
    if (copy != null) {
      request.setEntityStream(copy.around(request.getEntityStream()));
    }
    return copy;
  }

  /** Returns the scope of the request that this one is part of. */
  private @Nullable RequestScope joined(ContainerRequest request) {
    RequestScope current = Whence.current().currentScope().orElse(null);
    if (current != null && !current.isFinished()) {
      return current;
    }
    return request.getProperty(whence.scopeAttribute()) instanceof RequestScope scope
            && !scope.isFinished()
        ? scope
        : null;
  }
}
