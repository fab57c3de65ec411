package dev.whence.http;

import dev.whence.call.CallKind;

/** What the clients have in common. */
public final class HttpClients {
  /** Switched off by {@code http} in {@code integrations-off}. */
  public static final CallKind KIND = new CallKind("http", "http");

  private HttpClients() {}
}
