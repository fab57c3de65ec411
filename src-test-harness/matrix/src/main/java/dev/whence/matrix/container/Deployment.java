package dev.whence.matrix.container;

import jakarta.servlet.ServletContext;

/** An application that runs in a container, until it is closed. For one thread. */
public interface Deployment extends AutoCloseable {
  ServletContext context();

  /** Undeploys the application. Does nothing when called again. */
  @Override
  void close();
}
