package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Whence says of itself, in the logger {@code dev.whence} and those below. */
class LogTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger = Logger.getLogger("dev.whence");
  private final Handler keeping = new Handler() {
    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLevel()
          + " "
          + record.getLoggerName()
          + " "
          + MessageFormat.format(record.getMessage(), record.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  @BeforeEach
  void listen() {
    logger.addHandler(keeping);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(keeping);
  }

  private static WhenceBuilder builder() {
    return Whence.builder().environmentVariables(Map.of());
  }

  @Test
  void withoutAReporterEventsGoToTheLogAndOneLineSaysSo() {
    try (Whence whence = builder().build()) {
      whence.capture(new IllegalStateException("no stock"));
      assertThat(whence.flush(LONG)).isTrue();
    }

    assertThat(lines.get(0))
        .startsWith("INFO dev.whence Whence writes events to this log")
        .contains("SENTRY_DSN");
    assertThat(lines.get(1))
        .startsWith("SEVERE dev.whence.events ERROR")
        .contains("IllegalStateException: no stock");
    assertThat(lines).hasSize(2);
  }

  @Test
  void debugTellsWhatBecomesOfEachEvent() {
    try (Whence whence = builder()
        .reporter(new KeepingReporter())
        .ignore(IllegalArgumentException.class)
        .set(Keys.DEBUG, "true")
        .build()) {
      String id = whence.capture(new IllegalStateException("x")).orElseThrow().toString();
      whence.capture(new IllegalArgumentException("x"));
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(lines).contains("INFO dev.whence event " + id + ": recorded");
      assertThat(lines).anyMatch(line -> line.endsWith(": refused, ignored"));
    }
  }

  @Test
  void aWrongSettingIsAnErrorThatNamesKeySourceValueAndRemedy() {
    Whence off = Whence.builder()
        .environmentVariables(Map.of("WHENCE_CLOSE_TIMEOUT", "soon"))
        .build();

    assertThat(off.isOn()).isFalse();
    assertThat(lines)
        .containsExactly(
            "SEVERE dev.whence Whence stays off: setting \"close-timeout\" from environment"
                + " variable WHENCE_CLOSE_TIMEOUT is \"soon\":"
                + " use a duration such as 250ms, 2s, 5m, 1h or 7d");
  }

  @Test
  void aMalformedDsnIsAnErrorThatDoesNotShowIt() {
    Whence off = Whence.builder()
        .environmentVariables(Map.of("SENTRY_DSN", "https://hunter2@receiver"))
        .build();

    assertThat(off.isOn()).isFalse();
    assertThat(lines.get(0))
        .contains("setting \"dsn\" from environment variable SENTRY_DSN is \"[Filtered]\"")
        .doesNotContain("hunter2");
  }

  @Test
  void aFaultIsSaidOnceAMinute() {
    try (Whence whence = builder()
        .reporter(new KeepingReporter())
        .beforeSend((event, hint) -> {
          throw new IllegalStateException("secret of the application");
        })
        .build()) {
      for (int i = 0; i < 20; i++) {
        whence.capture(new IllegalStateException("x"));
      }
      assertThat(whence.flush(LONG)).isTrue();

      assertThat(whence.health().faults()).containsEntry("beforeSend", 20L);
    }
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .startsWith("WARNING dev.whence fault at beforeSend, number 1; the application goes on:")
        .doesNotContain("secret of the application");
  }
}
