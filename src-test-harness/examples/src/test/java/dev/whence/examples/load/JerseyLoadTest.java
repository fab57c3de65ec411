package dev.whence.examples.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.health.Health;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 32 clients, answers and failures in one go, resumed by another thread and by completed stages,
 * all mixed.
 */
class JerseyLoadTest {
  /** 2,000 in every build, 20,000 in the full one. */
  private static final int REQUESTS = Integer.getInteger("load.requests", 2_000);

  private static final Duration LONG = Duration.ofMinutes(2);

  /** Held, since java.util.logging forgets loggers; it would log each failure. */
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

  private final CheckingReporter reporter = new CheckingReporter();
  private final Whence whence = Whence.builder()
      .environmentVariables(Map.of())
      .set(Keys.INBOX_BYTES, "1GB")
      .set(Keys.JOURNAL_BYTES, "1GB")
      .reporter(reporter)
      .build();
  private final ThreadCheck threads = new ThreadCheck(whence);

  @BeforeAll
  static void silence() {
    JERSEY.setLevel(Level.OFF);
  }

  @AfterEach
  void close() {
    whence.close();
  }

  private Application application(WorkResource resource, boolean hasFilter) {
    Application application = Application.atRoot().filter(threads);
    if (hasFilter) {
      application.filter(new WhenceFilter(whence));
    }
    ResourceConfig config = new ResourceConfig(WorkResource.FailureMapper.class).register(resource);
    return application.servlet(
        new ServletContainer(config.register(new WhenceFeature(whence))), "/*");
  }

  @ParameterizedTest(name = "behind the filter: {0}")
  @ValueSource(booleans = {true, false})
  void nothingOfOneRequestIsEverSeenInAnother(boolean hasFilter) throws Exception {
    try (WorkResource resource = new WorkResource();
        Container container = Engine.JETTY.start()) {
      container.deploy(application(resource, hasFilter));

      new MixedLoad(container.port(), REQUESTS).run();

      reporter.awaitEvents(REQUESTS, LONG);
      lookAtThePool(resource);
    }
    assertThat(whence.flush(LONG)).isTrue();
    assertThat(reporter.complaints()).isEmpty();
    assertThat(reporter.requestsSeen()).as("requests finished").isEqualTo(REQUESTS);
    assertThat(reporter.events()).isEqualTo(REQUESTS);
    assertThat(threads.leaks()).as("scopes on threads that are not theirs").isZero();
    Health health = whence.health();
    assertThat(health.captured()).isEqualTo(REQUESTS);
    assertThat(health.refused()).isEmpty();
    assertThat(health.faults()).isEmpty();
  }

  private void lookAtThePool(WorkResource resource) throws Exception {
    List<Future<?>> looks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      looks.add(resource.pool().submit(threads::look));
    }
    for (Future<?> look : looks) {
      look.get();
    }
  }
}
