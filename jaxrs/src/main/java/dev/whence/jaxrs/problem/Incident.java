package dev.whence.jaxrs.problem;

import dev.whence.event.EventId;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which occurrence of a problem this is. Immutable.
 *
 * @param eventId null if there is no event
 * @param requestId null outside a request that Whence follows
 * @param path the raw path of the request, null if it is out of reach
 */
public record Incident(
    @Nullable EventId eventId,
    @Nullable String requestId,
    @Nullable String path) {
  private static final Pattern DASHED_UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Returns the URI that names this occurrence, null if nothing does. */
  public @Nullable String instance() {
    if (eventId != null) {
      return "urn:uuid:" + new UUID(eventId.high(), eventId.low());
    }
    if (requestId != null && DASHED_UUID.matcher(requestId).matches()) {
      return "urn:uuid:" + requestId.toLowerCase(Locale.ROOT);
    }
    return path == null || path.isEmpty() ? null : reference(path);
  }

  /** Two slashes at its beginning would make a host of what follows (RFC 3986, 4.2). */
  private static String reference(String path) {
    return path.startsWith("//") ? "/." + path : path;
  }
}
