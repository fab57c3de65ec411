package com.example.jdk;

import com.example.orders.Orders;
import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on the JDK's HTTP server, without any servlet. */
public final class OrdersServer {
  private OrdersServer() {}

  // example: jdk
  public static HttpServer start(URI base) {
    ResourceConfig config = new ResourceConfig(Orders.class)
        .property("whence.environment", "staging")
        .property("whence.tags", "team=shop");
    return JdkHttpServerFactory.createHttpServer(base, config); // finds Whence by itself
  }
  // end
}
