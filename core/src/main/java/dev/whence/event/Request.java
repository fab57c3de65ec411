package dev.whence.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request during which something happened.
 *
 * @param url without query and fragment
 * @param query the raw query string
 * @param headers by name, several values joined by a comma, cookies left out
 * @param cookies the raw Cookie header
 * @param body what was captured of the body
 * @param remoteAddress the client's address
 */
public record Request(
    String method,
    String url,
    @Nullable String query,
    Map<String, String> headers,
    @Nullable String cookies,
    @Nullable Body body,
    @Nullable String remoteAddress) {
  public Request {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
