package dev.whence.matrix.container;

/** The containers that the tests run on. */
public enum Engine {
  JETTY {
    @Override
    public Container start() {
      QuietLogs.ensure();
      return new JettyContainer();
    }
  },
  TOMCAT {
    @Override
    public Container start() {
      QuietLogs.ensure();
      return new TomcatContainer();
    }
  };

  public abstract Container start();
}
