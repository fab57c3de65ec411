package dev.whence.matrix.body;

import static dev.whence.junit.WhenceAssertions.assertThatEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.config.Keys;
import dev.whence.junit.RecordedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of {@link BodyRows}: the application reads what it would read without Whence, and the
 * event tells exactly what it read.
 */
class BodyTableTest extends BodyTest {
  BodyTableTest(Engine engine) {
    super(engine);
  }

  /** What came of a row: what the application saw, and what the client got. */
  private record Outcome(String seen, RawAnswer answer) {}

  private static Outcome outcome(BodyRow row, Application application) {
    WorkServlet servlet = new WorkServlet(row.work());
    application.servlet(servlet, "/work").servlet(servlet, "/second");
    RawAnswer answer = exchange(application, row.request());
    return new Outcome(servlet.seen(), answer);
  }

  private Outcome outcomeWithWhence(BodyRow row) {
    return outcome(row, Application.atRoot().filter(new WhenceFilter(whence.whence())));
  }

  static Stream<BodyRow> rows() {
    return BodyRows.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theApplicationReadsItAndTheEventTellsIt(BodyRow row) {
    Outcome without = outcome(row, Application.atRoot());
    Outcome with = outcomeWithWhence(row);

    assertThat(with.seen()).isEqualTo(without.seen()).isNotEmpty();
    assertThat(with.answer().without("Date", "X-Request-ID", "X-Event-ID"))
        .isEqualTo(without.answer().without("Date"));
    RecordedEvent event = event();
    assertThat(event.at("/request/data")).as("data on %s", engine()).isEqualTo(row.data());
    assertThat(event.at("/contexts/whence/body")).isEqualTo(row.notes());
    assertThatEvent(event).mentionsNowhere(BodyRows.PLANTED);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nothingIsToldUnlessAskedFor(BodyRow row) {
    whence.rebuild(builder -> builder.set(Keys.CAPTURE_BODY, "off"));

    outcomeWithWhence(row);

    assertHasNoBody(event());
  }

  @Test
  void aRequestWithoutABodyHasNone() {
    BodyRow row = BodyRow.of("none", "application/json", Streams::all);
    WorkServlet servlet = new WorkServlet(row.work());
    Application application =
        Application.atRoot().filter(new WhenceFilter(whence.whence())).servlet(servlet, "/work");

    exchange(application, RawHttp.head("GET", "/work", "Content-Type: " + row.type()) + "\r\n");

    assertThat(servlet.seen()).isEqualTo("read ");
    assertHasNoBody(event());
  }

  private static void assertHasNoBody(RecordedEvent event) {
    assertThat(event.at("/request/data")).isEmpty();
    assertThat(event.at("/contexts/whence/body")).isEmpty();
  }
}
