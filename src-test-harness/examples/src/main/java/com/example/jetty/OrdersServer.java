package com.example.jetty;

import com.example.orders.Orders;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.DispatcherType;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey in an embedded Jetty. */
public final class OrdersServer {
  private OrdersServer() {}

  // example: jetty
  public static Server start(InetSocketAddress address) throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(WhenceFilter.class, "/*", EnumSet.allOf(DispatcherType.class));
    context.addServlet(new ServletContainer(new ResourceConfig(Orders.class)), "/api/*");
    Server server = new Server(address);
    server.setHandler(context);
    server.start();
    return server;
  }
  // end
}
