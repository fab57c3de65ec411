package dev.whence.report.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The two parts of a network address.
 *
 * @param host a name or a literal address, without brackets
 */
public record HostPort(String host, int port) {
  /** Returns where {@code uri} points. Unlike the URI itself it knows names with an underscore. */
  public static HostPort of(URI uri) {
    String authority = uri.getRawAuthority();
    int colon = authority.lastIndexOf(':');
    if (colon > authority.lastIndexOf(']')) {
      int port = Integer.parseInt(authority.substring(colon + 1));
      return new HostPort(unbracketed(authority.substring(0, colon)), port);
    }
    return new HostPort(unbracketed(authority), uri.getScheme().equals("https") ? 443 : 80);
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  // Written out: the equals that a record gets by itself (java.lang.runtime.ObjectMethods) leaves a
  // reference to the record's class in the JDK, and so keeps an application's classes that is gone.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostPort place && place.port == port && place.host.equals(host);
  }

  @Override
  public int hashCode() {
    return host.hashCode() * 31 + port;
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
  }
}
