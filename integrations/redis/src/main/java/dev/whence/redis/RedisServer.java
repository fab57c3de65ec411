package dev.whence.redis;

import dev.whence.call.Call;

/**
 * Where commands go.
 *
 * @param host empty if it is not known
 */
public record RedisServer(String host, int port) {
  /** One of several, nobody can tell which. */
  public static final RedisServer UNKNOWN = new RedisServer("", 0);

  /** Notes it for the span of {@code call}, if it is known. */
  public void tell(Call call) {
    if (!host.isEmpty()) {
      call.data("server.address", host).data("server.port", port);
    }
  }
}
