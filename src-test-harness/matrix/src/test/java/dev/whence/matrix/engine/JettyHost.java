package dev.whence.matrix.engine;

import java.util.List;

/** Jetty 12, with whichever servlet environment is on the class path. */
final class JettyHost {
  private JettyHost() {}

  static Host.Running start(Host.Program program) {
    String environment = environment();
    Foreign context = Foreign.make(environment + "ServletContextHandler");
    context.call("setContextPath", Host.CONTEXT);
    context.call("setClassLoader", program.loader());
    context.call("addServletContainerInitializer", new Registration(program));
    Foreign errors = Foreign.make(environment + "ErrorPageErrorHandler");
    errors.call("setShowStacks", false);
    context.call("setErrorHandler", errors);

    Foreign server = Foreign.make("org.eclipse.jetty.server.Server");
    Foreign connector = Foreign.make("org.eclipse.jetty.server.ServerConnector", server);
    connector.call("setHost", "127.0.0.1");
    server.call("addConnector", connector);
    server.call("setHandler", context);
    server.call("start");
    return new Host.Running() {
      @Override
      public int port() {
        return connector.call("getLocalPort").as(Integer.class);
      }

      @Override
      public void close() {
        server.call("stop");
      }
    };
  }

  private static String environment() {
    return List.of("ee9", "ee10", "ee11").stream()
        .map(name -> "org.eclipse.jetty." + name + ".servlet.")
        .filter(name -> JettyHost.class
                .getClassLoader()
                .getResource(name.replace('.', '/') + "ServletContextHandler.class")
            != null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Jetty on this run's class path"));
  }
}
