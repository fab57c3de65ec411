package dev.whence.matrix.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.RecordingReporter;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Failures of Jersey, RESTEasy, CXF, Spring MVC, Hibernate, HikariCP, futures, virtual threads and
 * Kotlin. Each is seen with two IDs in each of two builds, on another container, behind another
 * filter: it has to keep its one key, and no other may have that.
 */
@Tag("corpus")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupingCorpusTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Sightings sightings = new Sightings();

  @BeforeAll
  void run() throws Exception {
    try (ShopBuild build = ShopBuild.with(0)) {
      run(build, Engine.JETTY, "first build", List.of(), 40, 41);
    }
    try (ShopBuild build = ShopBuild.with(3)) {
      List<Filter> filters = List.of((Filter) build.make("shop.Audit"));
      run(build, Engine.TOMCAT, "second build", filters, 1_702, 1_703);
    }
  }

  private void run(
      ShopBuild build, Engine engine, String circumstances, List<Filter> filters, int... ids)
      throws Exception {
    RecordingReporter reporter = new RecordingReporter();
    ClassLoader outer = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(build.loader());
    try (Container container = engine.start(); // and its log is quiet
        Whence whence = Whence.builder()
            .environmentVariables(Map.of())
            .environment("test")
            .set(Keys.JMX, "false")
            .set(Keys.IN_APP, "shop.")
            .set(Keys.PROBLEM_ANSWERS, "true")
            .reporter(reporter)
            .build();
        AutoCloseable closed = (AutoCloseable) build.make("shop.Shop")) {
      for (int id : ids) {
        String seen = circumstances + ", " + id;
        calls(build, closed, id).forEach((bug, call) -> {
          sightings.expect(bug);
          capture(whence, bug, call);
        });
        collect(whence, reporter, seen);
      }
      try (Deployment deployment = container.deploy(application(build, closed, whence, filters))) {
        assertThat(deployment.context()).isNotNull();
        for (int id : ids) {
          request(build, new RawHttp(container.port()), id);
          collect(whence, reporter, circumstances + ", " + id);
        }
      }
      assertThat(whence.health().faults()).as("faults of Whence's own").isEmpty();
    } finally {
      Thread.currentThread().setContextClassLoader(outer);
    }
  }

  @SuppressWarnings("unchecked") // the shop is compiled when this is run
  private static Map<String, Callable<?>> calls(ShopBuild build, Object shop, int id)
      throws ReflectiveOperationException {
    Map<String, Callable<?>> calls =
        new LinkedHashMap<>(((IntFunction<Map<String, Callable<?>>>) shop).apply(id));
    Object bakery = build.make("shop.Bakery", id);
    Method bugs = bakery.getClass().getMethod("bugs");
    calls.putAll((Map<String, Callable<?>>) bugs.invoke(bakery));
    return calls;
  }

  private static void capture(Whence whence, String bug, Callable<?> call) {
    Throwable thrown;
    try {
      thrown = new IllegalStateException(bug + " did not fail, but returned " + call.call());
    } catch (Throwable e) {
      thrown = e;
    }
    whence.capture(thrown, scope -> scope.tag("bug", bug));
  }

  @SuppressWarnings("unchecked") // the shop is compiled when this is run
  private static Application application(
      ShopBuild build, Object shop, Whence whence, List<Filter> filters) {
    Application application = Application.at("/mall").filter(new WhenceFilter(whence));
    filters.forEach(application::filter);
    ((Supplier<Map<String, Servlet>>) shop)
        .get()
        .forEach((name, servlet) -> application.servlet(
            new LoadedServlet(servlet, build.loader()),
            '/' + name + "/*",
            Delegates.parameters(name)));
    return application;
  }

  private void request(ShopBuild build, RawHttp http, int id) throws ReflectiveOperationException {
    for (String engine : Delegates.ENGINES) {
      Delegates.use(engine);
      for (String bug : bugs(build, "shop.Orders", "BUGS")) {
        get(http, "/mall/" + engine + "/orders/" + bug + '/' + id, "orders:" + bug + ':' + engine);
      }
    }
    Delegates.use("jersey");
    for (String bug : bugs(build, "shop.Orders", "ANSWERS")) {
      get(http, "/mall/jersey/orders/" + bug + '/' + id, "answer:" + bug + ":jersey");
    }
    for (String bug : bugs(build, "shop.SpringShop", "BUGS")) {
      get(http, "/mall/spring/" + bug + '/' + id, "spring:" + bug + ":mvc");
    }
  }

  @SuppressWarnings("unchecked") // the shop is compiled when this is run
  private static List<String> bugs(ShopBuild build, String type, String list)
      throws ReflectiveOperationException {
    Field bugs = build.loader().loadClass(type).getDeclaredField(list);
    bugs.setAccessible(true);
    Object value = bugs.get(null);
    return value == null ? List.of() : (List<String>) value;
  }

  private void get(RawHttp http, String path, String requestId) {
    sightings.expect(requestId.substring(0, requestId.lastIndexOf(':')));
    http.get(path, "X-Request-ID: " + requestId);
  }

  private void collect(Whence whence, RecordingReporter reporter, String circumstances) {
    whence.flush(LONG);
    for (RecordedEvent event : reporter.events()) {
      String request = event.requestId();
      if (request.isEmpty()) {
        sightings.add(event.tag("bug").orElse("?"), circumstances, event);
      } else {
        int engine = request.lastIndexOf(':');
        sightings.add(
            request.substring(0, engine),
            circumstances + ", " + request.substring(engine + 1),
            event);
      }
    }
    reporter.clear();
  }

  @Test
  void everyFailureKeepsItsKey() {
    assertThat(sightings.split()).isEmpty();
  }

  @Test
  void noTwoFailuresHaveTheSame() {
    assertThat(sightings.merged()).isEmpty();
  }

  @Test
  void thereAreManyAndAllWereSeenOften() {
    assertThat(sightings.byBug().keySet()).isEqualTo(sightings.expected());
    assertThat(sightings.byBug()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(sightings.stacks()).isGreaterThanOrEqualTo(300);
    sightings.byBug().forEach((bug, seen) -> {
      int times = bug.startsWith("orders") ? 12 : 4;
      assertThat(seen).as(bug).hasSize(times);
      assertThat(seen.toString()).doesNotContain("did not fail").doesNotContain("without key");
    });
  }
}
