package dev.whence.servlet;

import dev.whence.config.value.Networks;
import dev.whence.net.IpAddress;
import java.util.Enumeration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the client's address where proxies stand between. Immutable.
 *
 * <p>A peer that is not trusted is the client, whatever its headers say. A trusted one is believed
 * about who stands behind it, and so on from the right end of {@code Forwarded} or
 * {@code X-Forwarded-For}, where each proxy adds what it saw: the first that is not trusted is the
 * client, for what stands left of it that client may have made up. Where all are trusted, the
 * request began at the leftmost. An element that gives no address (unknown, obfuscated, garbage)
 * ends the search, and nobody knows the client.
 *
 * <p>If both headers are there and tell two stories, nobody knows either: a proxy that writes the
 * one may pass on the other as the client forged it.
 */
final class ClientAddress {
  private final Networks proxies;

  ClientAddress(Networks proxies) {
    this.proxies = proxies;
  }

  /**
   * Returns the client's address.
   *
   * @param peer who sent the request to this server
   * @param headers returns the lines of a header by its name; asked only if the peer is trusted
   * @return null if nobody knows
   */
  @Nullable
  String of(@Nullable String peer, Function<String, @Nullable Enumeration<String>> headers) {
    IpAddress sender = peer == null ? null : IpAddress.parse(peer);
    if (sender == null || !proxies.contains(sender)) {
      return shown(sender);
    }
    HeaderTail forwarded = HeaderTail.of(headers.apply("Forwarded"));
    HeaderTail forwardedFor = HeaderTail.of(headers.apply("X-Forwarded-For"));
    if (forwarded.isAbsent() && forwardedFor.isAbsent()) {
      return shown(sender);
    }
    IpAddress first = client(forwarded, ForwardedElement::client);
    IpAddress second = client(forwardedFor, IpAddress::parseWithPort);
    if (forwarded.isAbsent() || forwardedFor.isAbsent()) {
      return shown(forwarded.isAbsent() ? second : first);
    }
    return first != null && first.equals(second) ? shown(first) : null;
  }

  private @Nullable IpAddress client(
      HeaderTail tail, Function<String, @Nullable IpAddress> reading) {
    IpAddress address = null;
    while (tail.hasMore()) {
      String element = tail.next();
      address = element == null ? null : reading.apply(element);
      if (address == null || !proxies.contains(address)) {
        return address;
      }
    }
    return address;
  }

  private static @Nullable String shown(@Nullable IpAddress address) {
    return address == null ? null : address.toString();
  }
}
