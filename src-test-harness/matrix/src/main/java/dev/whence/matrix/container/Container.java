package dev.whence.matrix.container;

/**
 * A servlet container on a free port of 127.0.0.1. Applications come and go while it runs.
 *
 * <p>Closing it undeploys what is left. Answers to failures show no stacks, since a filter is part
 * of those. For one thread.
 */
public interface Container extends AutoCloseable {
  int port();

  /** Deploys an application made of objects; no initializer of a library runs. */
  Deployment deploy(Application application);

  /**
   * Deploys a web application's directory as the container would: with its web.xml, a class loader
   * of its own, and the initializers of its libraries.
   */
  Deployment deploy(WebDirectory directory);

  @Override
  void close();
}
