package dev.whence;

import dev.whence.event.Body;
import dev.whence.request.RequestFacts;
import dev.whence.snapshot.BodySnapshot;
import dev.whence.snapshot.RequestSnapshot;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that ended with a status. */
public record StubFacts(int status, @Nullable String principal) implements RequestFacts {
  private static final BodySnapshot BODY = new BodySnapshot(
      Body.Kind.JSON, () -> "{\"items\":3,\"pin\":", 19, Map.of("bytes_read", 20_000L));

  public static StubFacts answered(int status) {
    return new StubFacts(status, null);
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String root() {
    return "/shop";
  }

  @Override
  public String handler() {
    return "stub";
  }

  @Override
  public String route() {
    return "GET /stub/*";
  }

  @Override
  public String path() {
    return "/stub/7";
  }

  @Override
  public @Nullable String header(String name) {
    return name.equals("DNT") ? "1" : null;
  }

  @Override
  public RequestSnapshot snapshot() {
    RequestSnapshot.Headers headers = new RequestSnapshot.Headers();
    headers.add("Accept", "text/html");
    headers.add("Cookie", "sid=abc; theme=dark");
    return new RequestSnapshot("GET", "http://localhost/stub/7", "page=2", headers, null)
        .withBody(BODY);
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return Optional.empty();
  }
}
