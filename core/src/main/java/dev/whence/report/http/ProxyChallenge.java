package dev.whence.report.http;

import java.io.IOException;

/** A proxy wants to know who asks (RFC 9110, 15.5.8). */
final class ProxyChallenge extends IOException {
  private static final long serialVersionUID = 1;

  private final HostPort proxy;
  private final String scheme;

  ProxyChallenge(HostPort proxy, HttpAnswer answer) {
    super("proxy " + proxy + " wants a login (407) that java.net.Authenticator's default knows");
    this.proxy = proxy;
    this.scheme = answer.header("Proxy-Authenticate").orElse("");
  }

  HostPort proxy() {
    return proxy;
  }

  /** Returns what the proxy says about how to log in. */
  String scheme() {
    return scheme;
  }
}
