package dev.whence.request;

import dev.whence.snapshot.RequestSnapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request's own environment knows of it. Implemented by what receives requests: the servlet
 * filter, the JAX-RS feature.
 *
 * <p>Asked on the thread that finishes the request and, by a {@link UserResolver}, on one that this
 * thread waits for; never afterwards.
 */
public interface RequestFacts {
  /** Returns {@code method}, {@code OTHER} for one that neither RFC 9110 nor 5789 knows. */
  static String knownMethod(String method) {
    return switch (method) {
      case "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE" -> method;
      default -> "OTHER";
    };
  }

  /** Returns the status of the answer, 0 if it is unknown. */
  int status();

  /** Returns the length of the answer's body, negative if it is unknown. */
  default long bytes() {
    return -1;
  }

  /** Returns the method, as {@link #knownMethod} has it. */
  String method();

  /** Returns the path of the application, empty for one that is alone on its server. */
  String root();

  /**
   * Returns the path below the application's root, the one that the client asked for: what settings
   * for paths are matched against.
   */
  String path();

  /** Returns the route, such as {@code GET /orders/*}, unless the scope knows a better one. */
  String route();

  /** Returns the name of the code that the request was given to. */
  @Nullable
  String handler();

  /** Returns the first value of a header, whatever the case of its name. */
  @Nullable
  String header(String name);

  /** Copies what will not last. Called only for a request whose event is kept. */
  RequestSnapshot snapshot();

  /** Returns the name under which the user logged in. */
  @Nullable
  String principal();

  /** Returns the request or response as {@code type}, such as {@code HttpServletRequest}. */
  <T> Optional<T> unwrap(Class<T> type);
}
