package dev.whence.matrix.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.ingest.Ingest;
import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Engine;
import dev.whence.report.sentry.SentryReporter;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between the application and the container's request, and how long. */
class BodyWrappingTest extends BodyTest {
  private static final Work.Reading WRAPPERS = BodyWrappingTest::wrappers;

  BodyWrappingTest(Engine engine) {
    super(engine);
  }

  /** Counts the wrappers of Whence's around {@code request}. */
  private static String wrappers(HttpServletRequest request) {
    int count = 0;
    ServletRequest within = request;
    while (within instanceof ServletRequestWrapper wrapper) {
      count += within.getClass().getName().startsWith("dev.whence.servlet.") ? 1 : 0;
      within = wrapper.getRequest();
    }
    return String.valueOf(count);
  }

  private Application application(WorkServlet servlet) {
    return Application.atRoot()
        .filter(new WhenceFilter(whence.whence()))
        .servlet(servlet, "/work")
        .servlet(servlet, "/second");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, on-error, 1",
    "application/octet-stream, on-error, 0",
    "application/xml, on-error, 0",
    "multipart/mixed, on-error, 0",
    "application/json, off, 0"
  })
  void aWrapperIsThereOnlyWhereABodyMayBeCaptured(String type, String policy, String wrappers) {
    whence.rebuild(builder -> builder.set(Keys.CAPTURE_BODY, policy));
    WorkServlet servlet = new WorkServlet(Work.thenFail(WRAPPERS));

    exchange(application(servlet), BodyRow.of("", type, WRAPPERS).body("plum").request());

    assertThat(servlet.seen()).isEqualTo("read " + wrappers);
    events(1);
  }

  @Test
  void aRequestIsWrappedOnceInEveryDispatch() {
    Work work = (request, response, seen) -> {
      seen.add(wrappers(request)).add(request.getDispatcherType()).add(' ');
      switch (request.getDispatcherType()) {
        case REQUEST -> request.getRequestDispatcher("/second").forward(request, response);
        case FORWARD -> request.getRequestDispatcher("/second").include(request, response);
        case INCLUDE -> request.startAsync().dispatch("/second");
        case ASYNC -> throw new IllegalStateException("after " + Streams.all(request));
        default -> Streams.all(request);
      }
    };
    WorkServlet servlet = new WorkServlet(work);

    exchange(
        application(servlet).errorPage(IllegalStateException.class, "/second"),
        BodyRow.of("", "text/plain", work).body("plum").request());

    String dispatches = "1REQUEST 1FORWARD 1INCLUDE 1ASYNC ";
    assertThat(servlet.seen())
        .isEqualTo(engine() == Engine.TOMCAT ? dispatches : dispatches + "1ERROR ");
    assertThat(event().at("/request/data")).isEqualTo("plum");
  }

  @Test
  void anApplicationsOwnWrapperIsReadThrough() {
    Work work = Work.thenFail(
        request -> Streams.all(new HttpServletRequestWrapper(request)) + wrappers(request));
    WorkServlet servlet = new WorkServlet(work);
    Application application = Application.atRoot()
        .filter(new WhenceFilter(whence.whence()))
        .filter((request, response, chain) ->
            chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request), response))
        .servlet(servlet, "/work");

    exchange(application, BodyRow.of("", "text/plain", work).body("plum").request());

    assertThat(servlet.seen()).isEqualTo("read plum1");
    assertThat(event().at("/request/data")).isEqualTo("plum");
  }

  @Test
  void anErrorPageThatReadsTheBodyLeavesItToItsOwnEvent() {
    WorkServlet failing = new WorkServlet(Work.thenFail(request -> "nothing"));
    Work page = (request, response, seen) -> {
      seen.add(Streams.all(request));
      throw new UnsupportedOperationException("the page fails too");
    };
    WorkServlet shown = new WorkServlet(page);
    Application application = application(failing)
        .servlet(shown, "/page")
        .errorPage(IllegalStateException.class, "/page");

    exchange(application, BodyRow.of("", "text/plain", page).body("plum").request());

    List<RecordedEvent> both = events(2);
    String seen = engine() == Engine.TOMCAT ? "plum" : ""; // Jetty throws the rest away
    assertThat(shown.seen()).isEqualTo(seen);
    assertThat(both.get(0).at("/request/data")).isEmpty();
    assertThat(both.get(1).at("/request/data")).isEqualTo(seen);
  }

  @Test
  void twoInstancesEachHaveACopy() {
    WorkServlet servlet =
        new WorkServlet(Work.thenFail(request -> wrappers(request) + Streams.all(request)));
    try (Whence other = Whence.builder()
        .environmentVariables(Map.of())
        .set(Keys.JMX, "false")
        .set(Keys.CAPTURE_BODY, "on-error")
        .reporter(whence.reporter())
        .build()) {
      Application application = Application.atRoot()
          .filter(new WhenceFilter(whence.whence()))
          .filter(new WhenceFilter(other))
          .servlet(servlet, "/work");

      exchange(application, BodyRow.of("", "text/plain", WRAPPERS).body("plum").request());
      other.flush(LONG);

      assertThat(servlet.seen()).isEqualTo("read 2plum");
      assertThat(events(2)).extracting(event -> event.at("/request/data")).containsOnly("plum");
    }
  }

  @Test
  void theReceiverTakesEveryKindOfBody() {
    try (Ingest ingest = Ingest.start()) {
      whence.rebuild(builder -> builder.reporter(SentryReporter.to(ingest.dsn())));
      List<BodyRow> rows = BodyRows.all().toList();

      for (BodyRow row : rows) {
        exchange(application(new WorkServlet(row.work())), row.request());
      }
      events(rows.size());
      whence.whence().flush(LONG);

      ingest.awaitEvents(rows.size(), LONG);
      assertThat(ingest.complaints()).isEmpty();
    }
  }
}
