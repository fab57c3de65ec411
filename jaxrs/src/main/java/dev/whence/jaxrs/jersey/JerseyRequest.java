package dev.whence.jaxrs.jersey;

import dev.whence.jaxrs.observe.Handler;
import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.RouteTemplate;
import dev.whence.jaxrs.observe.SpanName;
import dev.whence.request.HandlerFacts;
import dev.whence.request.RequestFacts;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.RuntimeResource;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** What Jersey knows of a request. */
final class JerseyRequest implements HandlerFacts {
  private final ContainerRequest request;

  /** As it came: Jersey 3.0 calls it GET while it answers HEAD. */
  private final String httpMethod;

  private final ExtendedUriInfo uri;
  private final ResourcePolicy policy;

  /** Who follows this request; set before anybody else sees it. */
  private @Nullable RequestListener listener;

  /** Whether what matched so far led nowhere. */
  private volatile boolean isLost;

  JerseyRequest(RequestEvent start, ResourcePolicy policy) {
    this.request = start.getContainerRequest();
    this.httpMethod = RequestFacts.knownMethod(request.getMethod());
    this.uri = start.getUriInfo();
    this.policy = policy;
  }

  @Nullable
  RequestListener listener() {
    return listener;
  }

  void followedBy(RequestListener newListener) {
    listener = newListener;
  }

  ContainerRequest request() {
    return request;
  }

  boolean isMatched() {
    return uri.getMatchedResourceMethod() != null;
  }

  /** Says whether code of the application helped to look for the resource. */
  boolean isBehindLocator() {
    return !uri.getMatchedResourceLocators().isEmpty();
  }

  void lost() {
    isLost = true;
  }

  /** Says whether another thread will run the resource. */
  boolean isManagedAsync() {
    ResourceMethod method = uri.getMatchedResourceMethod();
    return method != null && method.isManagedAsyncDeclared();
  }

  @Nullable
  SpanName spanName() {
    Handler found = found();
    return found == null ? null : policy.spanOf(found);
  }

  boolean isAnsweredByWhence() {
    Handler found = found();
    return found == null ? policy.answersEverywhere() : policy.answersFor(found);
  }

  private @Nullable Handler found() {
    ResourceMethod method = uri.getMatchedResourceMethod();
    if (method == null) {
      return null;
    }
    Invocable invocable = method.getInvocable();
    return new Handler(invocable.getHandler().getHandlerClass(), invocable.getHandlingMethod());
  }

  @Override
  public String route(String root) {
    List<String> templates = isMatched() ? matchedTemplates() : resourcePaths();
    Collections.reverse(templates);
    String path = RouteTemplate.base(uri.getBaseUri().getRawPath(), root)
        + RouteTemplate.joined(templates)
        + (isLost || templates.isEmpty() ? "/*" : "");
    return httpMethod + ' ' + (path.isEmpty() ? "/" : path);
  }

  private List<String> matchedTemplates() {
    List<String> templates = new ArrayList<>();
    for (UriTemplate template : uri.getMatchedTemplates()) {
      templates.add(template.getTemplate());
    }
    return templates;
  }

  /** Returns the paths of the resources on the way to a method that was not found. */
  private List<String> resourcePaths() {
    List<String> paths = new ArrayList<>();
    for (RuntimeResource resource : uri.getMatchedRuntimeResources()) {
      String path = resource.getResources().get(0).getPath();
      paths.add(path == null ? "" : path);
    }
    return paths;
  }

  @Override
  public @Nullable String handler() {
    Handler found = found();
    return found == null ? null : found.name();
  }

  @Override
  public Map<String, String> tags() {
    Handler found = found();
    return found == null ? Map.of() : found.tags(policy);
  }

  @Override
  public @Nullable String principal() {
    try {
      Principal principal = request.getSecurityContext().getUserPrincipal();
      return principal == null ? null : principal.getName();
    } catch (RuntimeException e) {
      return null; // the server has taken its request back, as Grizzly does once it is answered
    }
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return type.isInstance(request) ? Optional.of(type.cast(request)) : Optional.empty();
  }
}
