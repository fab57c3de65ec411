package dev.whence.jaxrs.client;

import dev.whence.request.RequestFacts;
import dev.whence.snapshot.RequestSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that ended well. */
record EndedRequest() implements RequestFacts {
  @Override
  public int status() {
    return 200;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String root() {
    return "";
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String route() {
    return "GET /";
  }

  @Override
  public @Nullable String handler() {
    return null;
  }

  @Override
  public @Nullable String header(String name) {
    return null;
  }

  @Override
  public RequestSnapshot snapshot() {
    return new RequestSnapshot(
        "GET", "http://localhost/", null, new RequestSnapshot.Headers(), null);
  }

  @Override
  public @Nullable String principal() {
    return null;
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return Optional.empty();
  }
}
