package dev.whence.jaxrs.standard;

import dev.whence.RequestScope;
import dev.whence.ScopeEntry;
import dev.whence.jaxrs.observe.AnnotatedRoute;
import dev.whence.jaxrs.observe.EventIdHeader;
import dev.whence.jaxrs.observe.Handler;
import dev.whence.jaxrs.observe.ResourcePolicy;
import dev.whence.jaxrs.observe.RouteTemplate;
import dev.whence.jaxrs.observe.ServerTiming;
import dev.whence.jaxrs.observe.SpanName;
import dev.whence.request.HandlerFacts;
import dev.whence.request.RequestFacts;
import dev.whence.trace.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What filters learn of one request, on whatever threads they run for it. */
final class StandardRequest implements HandlerFacts {
  /** The name under which a request carries this. */
  static final String PROPERTY = "dev.whence.jaxrs.request";

  private static final String MECHANISM = "jaxrs";

  private final RequestScope scope;
  private final ContainerRequestContext context;
  private final ResourcePolicy policy;
  private volatile @Nullable Handler found;
  private volatile Span span = Span.NONE;

  StandardRequest(RequestScope scope, ContainerRequestContext context, ResourcePolicy policy) {
    this.scope = scope;
    this.context = context;
    this.policy = policy;
  }

  /** Returns what was found under {@link #PROPERTY}. */
  static @Nullable StandardRequest of(@Nullable Object property) {
    return property instanceof StandardRequest request ? request : null;
  }

  // What happens.

  void matched(ResourceInfo resource) {
    try {
      Class<?> type = resource.getResourceClass();
      Method method = resource.getResourceMethod();
      Handler handler = type == null || method == null ? null : new Handler(type, method);
      found = handler;
      SpanName name = handler == null ? null : policy.spanOf(handler);
      if (name != null) {
        span = name.begin(scope);
      }
    } catch (Throwable e) {
      scope.whence().fault(MECHANISM, e);
    }
  }

  void thrown(Throwable failure) {
    scope.sighted(failure, MECHANISM);
  }

  /** Asks for something in the request's scope. */
  <T> T within(Supplier<T> question) {
    try (ScopeEntry entry = scope.enter()) {
      return question.get();
    }
  }

  void answered(ContainerResponseContext answer) {
    try {
      span.close();
      scope.answered(answer.getStatus());
      EventIdHeader.put(scope, answer.getHeaders());
      ServerTiming.put(scope, answer.getHeaders());
    } catch (Throwable e) {
      scope.whence().fault(MECHANISM, e);
    }
  }

  // What is known.

  @Override
  public String route(String root) {
    UriInfo uri = context.getUriInfo();
    Handler known = found;
    String below = known == null
        ? "/*"
        : new AnnotatedRoute(known).template(uri.getPath(false), uri.getPathParameters(false));
    String path = RouteTemplate.base(uri.getBaseUri().getRawPath(), root) + below;
    return RequestFacts.knownMethod(context.getMethod()) + ' ' + (path.isEmpty() ? "/" : path);
  }

  @Override
  public @Nullable String handler() {
    Handler known = found;
    return known == null ? null : known.name();
  }

  @Override
  public Map<String, String> tags() {
    Handler known = found;
    return known == null ? Map.of() : known.tags(policy);
  }

  @Override
  public @Nullable String principal() {
    try {
      SecurityContext security = context.getSecurityContext();
      Principal principal = security == null ? null : security.getUserPrincipal();
      return principal == null ? null : principal.getName();
    } catch (RuntimeException e) {
      return null; // the engine has taken its request back
    }
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return type.isInstance(context) ? Optional.of(type.cast(context)) : Optional.empty();
  }
}
