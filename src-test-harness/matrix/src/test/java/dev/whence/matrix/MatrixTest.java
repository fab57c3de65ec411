package dev.whence.matrix;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.delivery.LaneFigures;
import dev.whence.health.Health;
import dev.whence.junit.EventAssert;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.example.scenarios.ScenarioServlet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What all tests of the matrix share: one container for the class, an instance and an application
 * for each test, and the sums that must hold after it.
 *
 * <p>A test says how many events it wants; whatever else has arrived when the application is gone
 * fails it.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
abstract class MatrixTest {
  static final Duration LONG = Duration.ofSeconds(30);

  private static @Nullable Container running;

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create();

  private final Engine engine;
  private @Nullable Deployment deployment;
  private int wanted;

  MatrixTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeParameterizedClassInvocation
  static void startContainer(Engine engine) {
    running = engine.start();
  }

  @AfterParameterizedClassInvocation
  static void stopContainer() {
    container().close();
  }

  static Container container() {
    if (running == null) {
      throw new IllegalStateException("no container is running");
    }
    return running;
  }

  Engine engine() {
    return engine;
  }

  /** Returns what holds on the container at hand, where containers differ. */
  <T> T on(T jetty, T tomcat) {
    return engine == Engine.JETTY ? jetty : tomcat;
  }

  /** Does what fits the container at hand. */
  <T> T on(Supplier<T> jetty, Supplier<T> tomcat) {
    return engine == Engine.JETTY ? jetty.get() : tomcat.get();
  }

  RawHttp http() {
    return new RawHttp(container().port());
  }

  /** Deploys the application of all scenarios behind a filter with this test's instance. */
  RawHttp deployScenarios() {
    return deploy(ScenarioApplication.behind(new WhenceFilter(whence.whence())));
  }

  RawHttp deploy(Application application) {
    deployment = container().deploy(application);
    return http();
  }

  void undeploy() {
    if (deployment != null) {
      deployment.close();
      deployment = null;
    }
  }

  /** Awaits this many events, and says that there will be no more. */
  List<RecordedEvent> events(int count) {
    wanted = count;
    whence.whence().flush(LONG); // what has been captured need not wait for its batch
    return whence.reporter().awaitEvents(count, LONG);
  }

  RecordedEvent event() {
    return events(1).get(0);
  }

  /** Awaits the one event there is to be, and checks what each scenario says of itself. */
  EventAssert assertStory(String route, int status) {
    return assertStory(event(), route, status);
  }

  static EventAssert assertStory(RecordedEvent event, String route, int status) {
    return assertThatEvent(event)
        .hasRoute(route)
        .hasStatus(status)
        .hasUser(ScenarioServlet.USER)
        .hasBreadcrumbs(ScenarioServlet.BREADCRUMB);
  }

  @AfterEach
  void nothingIsLeftOver() {
    undeploy();
    whence.whence().flush(LONG);
    assertThat(whence.reporter().events()).as("events in the end").hasSize(wanted);
    assertSums(whence.whence().health());
  }

  static void assertSums(Health health) {
    assertThat(health.captured())
        .as("captured, by %s", health)
        .isEqualTo(sum(health.refused()) + health.inbox() + health.recorded());
    for (LaneFigures lane : health.lanes()) {
      assertThat(lane.recorded() + lane.adopted())
          .as("recorded, by %s", lane)
          .isEqualTo(lane.delivered() + lane.waiting() + sum(lane.dropped()));
    }
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
