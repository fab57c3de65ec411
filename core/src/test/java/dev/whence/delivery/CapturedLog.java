package dev.whence.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged under {@code dev.whence}, away from the console, until it is closed. */
final class CapturedLog extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("dev.whence");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  CapturedLog() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** Level and message of each record. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(record.getLevel() + " " + record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
