package dev.whence.call;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the host of a call, also of one that RFC 2396 has no name for, such as my_service. */
public final class CallHost {
  private CallHost() {}

  /** Returns the host without user and port; empty if there is none. */
  public static String of(URI uri) {
    String host = uri.getHost();
    if (host != null) {
      return host;
    }
    String authority = withPort(uri);
    int colon = authority.lastIndexOf(':');
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  /** Returns the host and, where the call names one, its port. */
  public static String withPort(URI uri) {
    @Nullable String authority = uri.getRawAuthority();
    return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
  }
}
