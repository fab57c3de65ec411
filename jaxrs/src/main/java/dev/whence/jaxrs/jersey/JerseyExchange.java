package dev.whence.jaxrs.jersey;

import dev.whence.jaxrs.observe.EntityCopy;
import dev.whence.request.RequestFacts;
import dev.whence.snapshot.RequestSnapshot;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that came to Jersey by nobody else.
 *
 * @param entity what the application read of its entity, null where that is not captured
 * @param status of its answer
 */
record JerseyExchange(ContainerRequest request, @Nullable EntityCopy entity, int status)
    implements RequestFacts {
  /** Returns the path of a request, with a slash at its beginning. */
  static String path(ContainerRequest request) {
    return request.getRequestUri().getPath();
  }

  @Override
  public String method() {
    return RequestFacts.knownMethod(request.getMethod());
  }

  @Override
  public String root() {
    return "";
  }

  @Override
  public String path() {
    return path(request);
  }

  @Override
  public String route() {
    return method() + " /*";
  }

  @Override
  public @Nullable String handler() {
    return null;
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public RequestSnapshot snapshot() {
    URI uri = request.getRequestUri();
    String whole = uri.toString();
    int end = whole.indexOf('?');
    return new RequestSnapshot(
        request.getMethod(),
        end < 0 ? whole : whole.substring(0, end),
        uri.getRawQuery(),
        headers(),
        null,
        entity == null ? null : entity.snapshot());
  }

  private RequestSnapshot.Headers headers() {
    RequestSnapshot.Headers headers = new RequestSnapshot.Headers();
    for (Map.Entry<String, List<String>> header : request.getHeaders().entrySet()) {
      for (String value : header.getValue()) {
        if (!headers.add(header.getKey(), value)) {
          return headers;
        }
      }
    }
    return headers;
  }

  /** Whoever handles the request knows. */
  @Override
  public @Nullable String principal() {
    return null;
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return Optional.empty();
  }
}
