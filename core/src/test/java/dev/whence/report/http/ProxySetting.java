package dev.whence.report.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Has the JVM go everywhere by one proxy, or none, until it is closed. */
public final class ProxySetting implements AutoCloseable {
  private final ProxySelector before = ProxySelector.getDefault();

  private ProxySetting(Proxy proxy) {
    ProxySelector.setDefault(new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    });
  }

  public static ProxySetting none() {
    return new ProxySetting(Proxy.NO_PROXY);
  }

  public static ProxySetting http(int port) {
    return new ProxySetting(new Proxy(Proxy.Type.HTTP, local(port)));
  }

  public static ProxySetting socks(int port) {
    return new ProxySetting(new Proxy(Proxy.Type.SOCKS, local(port)));
  }

  private static InetSocketAddress local(int port) {
    return InetSocketAddress.createUnresolved("127.0.0.1", port);
  }

  @Override
  public void close() {
    ProxySelector.setDefault(before);
  }
}
