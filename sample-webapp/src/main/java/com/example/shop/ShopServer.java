package com.example.shop;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The shop in an embedded Jetty, with the web.xml that any other container would read. */
public final class ShopServer implements AutoCloseable {
  private static final long STOP_MILLIS = 3_000;

  private final Server server = new Server();
  private final ServerConnector connector;

  private ShopServer(String host, int port) throws URISyntaxException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(application());
    server.setStopTimeout(STOP_MILLIS);
  }

  /**
   * Opens the shop.
   *
   * @param port 0 for any free one
   */
  static ShopServer open(String host, int port) throws Exception {
    ShopServer shop = new ShopServer(host, port);
    shop.server.start();
    return shop;
  }

  private static WebAppContext application() throws URISyntaxException {
    WebAppContext application = new WebAppContext();
    application.setContextPath("/");
    application.setWar(webappDirectory().toString());
    application.setParentLoaderPriority(true);
    application.setThrowUnavailableOnStartupException(true);
    return application;
  }

  /** Finds the sources of the web application from where Maven and IDEs put its classes. */
  private static Path webappDirectory() throws URISyntaxException {
    URI place =
        ShopServer.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path directory = Path.of(place).resolve("../../src/main/webapp").normalize();
    if (!Files.isRegularFile(directory.resolve("WEB-INF/web.xml"))) {
      throw new IllegalStateException("no WEB-INF/web.xml in " + directory
          + ": start from target/classes, or deploy the WAR in a container");
    }
    return directory;
  }

  URI uri() {
    return URI.create("http://" + connector.getHost() + ':' + connector.getLocalPort() + '/');
  }

  /** Lets the end of the process (Ctrl-C, SIGTERM) close the shop first. */
  void closeWithProcess() {
    server.setStopAtShutdown(true);
  }

  /** Waits until the shop is closed. */
  void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
