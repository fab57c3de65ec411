package dev.whence.doctor;

import dev.whence.report.check.Finding.Verdict;
import java.lang.System.Logger;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings and findings to the log, once, on a daemon thread of its own that ends by itself
 * and, being interrupted, at once. Used by one thread at a time.
 */
public final class StartReport {
  private final Checkup checkup;
  private final Logger log;
  private final Thread thread;

  /**
   * Makes a report.
   *
   * @param loader the application's
   */
  public StartReport(Checkup checkup, Logger log, @Nullable ClassLoader loader) {
    this.checkup = checkup;
    this.log = log;
    thread = new Thread(null, this::write, "whence-doctor", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
  }

  /** Begins to examine and to write; does not wait for it. */
  public void start() {
    thread.start();
  }

  private void write() {
    try {
      SettingsTable.changed(checkup.settings())
          .forEach(line -> log.log(Logger.Level.INFO, "setting {0}", line));
      checkup.run(new Examination(false, this::tell));
    } catch (Throwable e) {
      log.log(
          Logger.Level.WARNING,
          "the set-up cannot be examined: {0}",
          e.getClass().getName());
    }
  }

  private void tell(Result result) {
    boolean isBad = result.finding().verdict() == Verdict.FAIL;
    log.log(isBad ? Logger.Level.WARNING : Logger.Level.INFO, "Doctor: {0}", result.line());
  }

  /** Has it end, soon. */
  public void stop() {
    thread.interrupt();
  }

  /** Waits until {@code deadline}, of {@link System#nanoTime}, for the end. */
  public void awaitEnd(long deadline) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
