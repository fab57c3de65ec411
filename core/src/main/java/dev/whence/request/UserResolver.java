package dev.whence.request;

import dev.whence.event.User;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who was at work when a request failed, from its session or the like.
 *
 * <p>Called for events that will be kept, when the scope has no user; on a thread of Whence's own,
 * while the request's thread waits half a second at most, so that a resolver that hangs holds up
 * nobody. Thread-locals of the request's thread are therefore not to be seen.
 */
@FunctionalInterface
public interface UserResolver {
  /** Returns the user, or null if it cannot tell; the principal is then asked. */
  @Nullable
  User resolve(RequestFacts request) throws Exception;
}
