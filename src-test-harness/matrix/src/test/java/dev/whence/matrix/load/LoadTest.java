package dev.whence.matrix.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.RequestScope;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.config.TraceKeys;
import dev.whence.health.Health;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import dev.whence.trace.Span;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 64 clients, answers in one go, on a pool's thread and in a second dispatch, all mixed. */
class LoadTest {
  /** 5,000 in every build, 50,000 in the full one. */
  private static final int REQUESTS = Integer.getInteger("load.requests", 5_000);

  @ParameterizedTest
  @EnumSource
  void nothingOfOneRequestIsEverSeenInAnother(Engine engine) throws Exception {
    CheckingReporter reporter = new CheckingReporter();
    Whence whence = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.INBOX_BYTES, "1GB")
        .set(Keys.JOURNAL_BYTES, "1GB")
        .set(TraceKeys.BYTES, "1GB")
        .tracesSampleRate(1)
        .reporter(reporter)
        .build();
    try (Container container = engine.start()) {
      container.deploy(Application.atRoot()
          .filter(new WhenceFilter(whence))
          .servlet(new WorkServlet(), "/work"));

      new MixedLoad(container.port(), REQUESTS).run();

      assertThat(whence.flush(Duration.ofMinutes(2))).isTrue();
      assertThat(ThreadLocals.contents())
          .noneMatch(RequestScope.class::isInstance)
          .noneMatch(Span.class::isInstance);
    } finally {
      whence.close();
    }
    assertThat(reporter.complaints()).isEmpty();
    assertThat(reporter.requestsSeen()).isEqualTo(REQUESTS);
    assertThat(reporter.transactionsSeen()).isEqualTo(REQUESTS);
    Health health = whence.health();
    assertThat(health.captured()).isEqualTo(REQUESTS);
    assertThat(health.refused()).isEmpty();
    assertThat(health.faults()).isEmpty();
  }
}
