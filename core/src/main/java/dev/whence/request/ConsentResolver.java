package dev.whence.request;

import dev.whence.event.Consent;

/**
 * Says what the person behind a request lets be sent, from a cookie, a session or the like.
 *
 * <p>Called for events that would be kept, at the end of their request; on a thread of Whence's
 * own, while the request's thread waits half a second at most. A resolver that throws or takes
 * longer stands for {@link Consent#ANONYMOUS}.
 */
@FunctionalInterface
public interface ConsentResolver {
  /** Returns what may be sent; what the settings or the browser forbid stays forbidden. */
  Consent resolve(RequestFacts request) throws Exception;
}
