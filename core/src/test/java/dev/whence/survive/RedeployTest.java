package dev.whence.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.ingest.Answer;
import dev.whence.ingest.Ingest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that come and go, as an application that is redeployed again and again has them. */
class RedeployTest {
  private static final int ROUNDS = Integer.getInteger("redeploys", 5);
  private static final Duration BOUND = Duration.ofMillis(500);
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir
  Path directory;

  @Test
  void aReceiverThatHangsNeitherHoldsUpTheEndNorKeepsAThreadNorLosesAnything() {
    Set<Thread> before = threads();
    try (Ingest ingest = Ingest.start()) {
      ingest.answer(Answer.hang());
      for (int round = 0; round < ROUNDS; round++) {
        Whence whence = instance(ingest);
        for (int i = 0; i < 10; i++) {
          assertThat(whence.capture(new IllegalStateException("round " + round)))
              .isPresent();
        }
        ingest.awaitRequests(round + 1, LONG);
        while (whence.health().inbox() > 0) {
          Thread.onSpinWait();
        }

        long start = System.nanoTime();
        whence.close();

        // ten times the bound, so that only an end without a bound fails on a slow machine
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND.multipliedBy(10));
        assertThat(threads()).isEqualTo(before);
        assertThat(whence.health().recorded()).isEqualTo(10);
      }

      ingest.answer(Answer.ok());
      try (Whence last = instance(ingest)) {
        assertThat(last.flush(LONG)).isTrue();
      }
      assertThat(ingest.eventCount()).isEqualTo(10L * ROUNDS);
    }
  }

  private Whence instance(Ingest ingest) {
    return Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.DSN, ingest.dsn())
        .set(Keys.JOURNAL_DIR, directory.toString())
        .closeTimeout(BOUND)
        .build();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("whence-"))
        .filter(thread -> !thread.getName().startsWith("whence-ingest"))
        .collect(Collectors.toSet());
  }
}
