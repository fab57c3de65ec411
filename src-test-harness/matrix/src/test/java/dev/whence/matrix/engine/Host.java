package dev.whence.matrix.engine;

import dev.whence.Whence;
import jakarta.ws.rs.core.Application;
import org.jspecify.annotations.Nullable;

/**
 * What runs an engine: a servlet container, or a server that needs none. It listens on a free port
 * of 127.0.0.1 and shows no stacks in its answers.
 */
enum Host {
  JETTY {
    @Override
    Running start(Program program) {
      return JettyHost.start(program);
    }
  },
  TOMCAT {
    @Override
    Running start(Program program) {
      return TomcatHost.start(program);
    }
  },
  UNDERTOW {
    @Override
    Running start(Program program) {
      return UndertowHost.start(program);
    }
  },
  JDK {
    @Override
    Running start(Program program) {
      return ServerWithoutServlets.onJdk(program);
    }
  },
  GRIZZLY {
    @Override
    Running start(Program program) {
      return ServerWithoutServlets.onGrizzly(program);
    }
  };

  static final String CONTEXT = "/mall";
  static final String MAPPING = "/api";

  /** A program that runs, until it is closed. */
  interface Running extends AutoCloseable {
    int port();

    @Override
    void close();
  }

  /**
   * What a host is to run.
   *
   * @param whence what observes it, if anything does
   */
  record Program(
      Jaxrs engine,
      Class<? extends Application> application,
      @Nullable Whence whence,
      ClassLoader loader) {}

  abstract Running start(Program program);
}
