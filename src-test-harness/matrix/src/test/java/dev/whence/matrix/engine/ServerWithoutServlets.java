package dev.whence.matrix.engine;

import java.net.InetSocketAddress;
import java.net.URI;

/** Jersey's servers that need no servlet: the JDK's, and Grizzly. */
final class ServerWithoutServlets {
  private static final String JERSEY = "org.glassfish.jersey.";

  private ServerWithoutServlets() {}

  static Host.Running onJdk(Host.Program program) {
    Foreign server = started(program, JERSEY + "jdkhttp.JdkHttpServerFactory");
    int port = server.call("getAddress").as(InetSocketAddress.class).getPort();
    return running(port, () -> server.call("stop", 0));
  }

  static Host.Running onGrizzly(Host.Program program) {
    Foreign server = started(program, JERSEY + "grizzly2.httpserver.GrizzlyHttpServerFactory");
    int port = server.call("getListener", "grizzly").call("getPort").as(Integer.class);
    return running(port, () -> server.call("shutdownNow"));
  }

  private static Foreign started(Host.Program program, String factory) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(program.loader());
    try {
      Foreign configuration = Foreign.callStatic(
          JERSEY + "server.ResourceConfig",
          "forApplicationClass",
          Foreign.type(program.application().getName()));
      return Foreign.callStatic(
          factory,
          "createHttpServer",
          URI.create("http://127.0.0.1:0" + Host.MAPPING + '/'),
          configuration);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Host.Running running(int port, Runnable stop) {
    return new Host.Running() {
      @Override
      public int port() {
        return port;
      }

      @Override
      public void close() {
        stop.run();
      }
    };
  }
}
