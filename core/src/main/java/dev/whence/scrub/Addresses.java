package dev.whence.scrub;

import dev.whence.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** Cuts a client's address down to its network: /24 for IPv4, /48 for IPv6. */
final class Addresses {
  private Addresses() {}

  /** Returns the network of {@code address}, null if that is no IP address in figures. */
  static @Nullable String network(String address) {
    IpAddress whole = IpAddress.parseWithPort(address.strip());
    return whole == null ? null : whole.network(whole.isV4() ? 24 : 48).toString();
  }
}
