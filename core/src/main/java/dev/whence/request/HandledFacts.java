package dev.whence.request;

import dev.whence.snapshot.RequestSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request knows of itself, with what its handler knows better in its place. */
public record HandledFacts(RequestFacts request, HandlerFacts by) implements RequestFacts {
  @Override
  public int status() {
    return request.status();
  }

  @Override
  public long bytes() {
    return request.bytes();
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String root() {
    return request.root();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public String route() {
    String template = by.route(root());
    return template == null ? request.route() : template;
  }

  @Override
  public @Nullable String handler() {
    String handler = by.handler();
    return handler == null ? request.handler() : handler;
  }

  @Override
  public @Nullable String header(String name) {
    return request.header(name);
  }

  @Override
  public RequestSnapshot snapshot() {
    return request.snapshot();
  }

  @Override
  public @Nullable String principal() {
    String principal = by.principal();
    return principal == null ? request.principal() : principal;
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    Optional<T> known = by.unwrap(type);
    return known.isPresent() ? known : request.unwrap(type);
  }
}
