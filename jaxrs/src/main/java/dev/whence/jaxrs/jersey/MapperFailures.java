package dev.whence.jaxrs.jersey;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Sees what an application's exception mapper throws, which Jersey tells nobody but its log: a
 * handler of that one logger. Called on the threads that map; others' records pass it by.
 */
final class MapperFailures extends Handler {
  private final Logger logger =
      Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

  void listen() {
    logger.addHandler(this);
  }

  @Override
  public void publish(LogRecord told) {
    Throwable failure = told.getThrown();
    if (failure != null) {
      RequestListener.ofThread().ifPresent(request -> request.mapperFailed(failure));
    }
  }

  @Override
  public void flush() {
    // nothing is kept
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
