package dev.whence.request;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a framework within the request knows of it, better than what received the request does.
 * Implemented by the JAX-RS feature.
 *
 * <p>Asked on the thread that finishes the request, for events that are kept; never afterwards.
 */
public interface HandlerFacts {
  /**
   * Returns the template that the request matched, such as {@code GET /api/orders/{id}}.
   *
   * @param root the path of the application, which is no part of the route
   */
  @Nullable
  String route(String root);

  /** Returns the code that handled the request, such as {@code OrdersResource.order}. */
  @Nullable
  String handler();

  /** Returns tags for the request's events; those that the application sets win. */
  Map<String, String> tags();

  /** Returns the name under which the user logged in, null if only the container may know. */
  @Nullable
  String principal();

  /** Returns the framework's request as {@code type}. */
  <T> Optional<T> unwrap(Class<T> type);
}
