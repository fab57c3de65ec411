package com.example.shop;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.util.logging.LogManager;

/** Opens the shop on the port {@code PORT} of {@code HOST}, until the process is told to end. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    quietenLog();
    String host = variable("HOST", "127.0.0.1");
    ShopServer shop = ShopServer.open(host, port(variable("PORT", "8080")));
    shop.closeWithProcess();
    System.getLogger("shop").log(Logger.Level.INFO, "Shop is open on {0}", shop.uri());
    shop.join();
  }

  private static String variable(String name, String fallback) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? fallback : value.strip();
  }

  /** Reads a port; 0 stands for any free one. */
  static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below, together with numbers that are no ports
    }
    throw new IllegalArgumentException(
        "PORT must be a number from 0 (any free one) to 65535, was \"" + text + '"');
  }

  private static void quietenLog() throws IOException {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream settings = Main.class.getResourceAsStream("/shop-logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    }
  }
}
