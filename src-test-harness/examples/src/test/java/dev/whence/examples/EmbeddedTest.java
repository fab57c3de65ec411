package dev.whence.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The examples that bring their server along. */
class EmbeddedTest extends ExampleTest {
  private static final InetSocketAddress FREE_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Test
  void jettyWithAResourceConfig() throws Exception {
    Server server = com.example.jetty.OrdersServer.start(FREE_PORT);
    try {
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();

      failedOrder(port, "/api", "GET /api/orders/{id}").withRequestId();
    } finally {
      server.stop();
    }
  }

  @Test
  void theHttpServerOfTheJdk() {
    HttpServer server = com.example.jdk.OrdersServer.start(URI.create("http://127.0.0.1:0/"));
    try {
      int port = server.getAddress().getPort();

      Told told = failedOrder(port, "", "GET /orders/{id}").withTag("team", "shop");

      assertThat(told.event().at("/environment")).isEqualTo("staging");
    } finally {
      server.stop(0);
    }
  }
}
