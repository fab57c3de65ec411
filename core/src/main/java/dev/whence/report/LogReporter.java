package dev.whence.report;

import dev.whence.config.Keys;
import dev.whence.config.Settings;
import dev.whence.event.EventRecord;
import dev.whence.report.check.Check;
import dev.whence.report.check.Finding;
import java.io.IOException;
import java.lang.System.Logger;
import java.util.List;

/**
 * Writes a summary of each event to the log, to the {@link System.Logger} named
 * {@code dev.whence.events}: one line, and one more for each cause.
 */
public final class LogReporter implements Reporter {
  private static final Logger log = System.getLogger("dev.whence.events");

  @Override
  public String name() {
    return "log";
  }

  @Override
  public Outcome report(Batch batch) {
    List<EventRecord> records = batch.records();
    for (int i = 0; i < records.size(); i++) {
      try {
        EventSummary summary = EventSummary.of(records.get(i));
        log.log(level(summary), summary.text());
      } catch (IOException e) {
        return Outcome.accepted(i).rejected("unreadable");
      }
    }
    return batch.accepted();
  }

  private static Logger.Level level(EventSummary summary) {
    return switch (summary.level()) {
      case DEBUG -> Logger.Level.DEBUG;
      case INFO -> Logger.Level.INFO;
      case WARNING -> Logger.Level.WARNING;
      case ERROR, FATAL -> Logger.Level.ERROR;
    };
  }

  /** Builds the reporter where the log is to have the events. */
  public static final class Provider implements ReporterProvider {
    @Override
    public List<Reporter> create(Settings settings) {
      return settings.get(Keys.LOG_EVENTS) ? List.of(new LogReporter()) : List.of();
    }

    @Override
    public List<List<Check>> checks(Settings settings) {
      return settings.get(Keys.LOG_EVENTS)
          ? List.of(List.of(Check.of("log", Provider::loggable)))
          : List.of();
    }

    private static Finding loggable() {
      return log.isLoggable(Logger.Level.ERROR)
          ? Finding.pass("summaries go to the logger " + log.getName())
          : Finding.warn(
              "the logger " + log.getName() + " is off",
              "let it through from INFO on in the logging configuration");
    }
  }
}
