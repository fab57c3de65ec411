package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.delivery.LaneFigures;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import dev.whence.report.sentry.SentryReporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two receivers of which one hangs. */
class TwoLanesTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"memory", "disk", "durable", "synced"})
  void theOtherGetsEverythingWhileTheFirstStillHasNothing(String mode) {
    try (Ingest dead = Ingest.start();
        Ingest alive = Ingest.start()) {
      dead.answer(Answer.hang());
      try (Whence whence = Whence.builder()
          .environmentVariables(Map.of())
          .set(Keys.JOURNAL_DIR, directory.toString())
          .set(Keys.JOURNAL_MODE, mode)
          .set(Keys.DURABLE_WAIT, "20s")
          .closeTimeout(Duration.ofMillis(300))
          .reporter(SentryReporter.to(dead.dsn()))
          .reporter(SentryReporter.to(alive.dsn()))
          .build()) {
        for (int i = 0; i < 200; i++) {
          assertThat(whence.capture(new IllegalStateException("number " + i))).isPresent();
        }

        assertThat(alive.awaitEvents(200, LONG)).hasSize(200);

        assertThat(dead.requestCount()).isLessThanOrEqualTo(1); // and that one is not answered
        assertThat(whence.health().lanes())
            .extracting(LaneFigures::name, LaneFigures::delivered)
            .contains(tuple("sentry", 0L));
      }
    }
  }
}
