package dev.whence.matrix;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What Whence logs during a test. For any thread. */
final class LogRecords extends Handler implements BeforeEachCallback, AfterEachCallback {
  private final Logger logger = Logger.getLogger("dev.whence");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    logger.addHandler(this);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logger.removeHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  /** Returns the messages of this level or above. */
  List<String> messages(Level least) {
    return records.stream()
        .filter(record -> record.getLevel().intValue() >= least.intValue())
        .map(new SimpleFormatter()::formatMessage)
        .toList();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
