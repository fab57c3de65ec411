package dev.whence.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.matrix.client.RawConnection;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that go away: no event, for nobody has to mend anything. */
class HangUpTest extends MatrixTest {
  private final Observer outermost = new Observer();

  HangUpTest(Engine engine) {
    super(engine);
  }

  private RawHttp deployObserved() {
    return deploy(ScenarioApplication.behind(outermost, new WhenceFilter(whence.whence())));
  }

  private void assertNoEvent() {
    assertThat(whence.events()).isEmpty();
    assertThat(whence.whence().health().refused()).isIn(Map.of(), Map.of("ignored", 1L));
  }

  @Test
  void aResetInTheMiddleOfAnUploadIsNoEvent() throws IOException {
    try (RawConnection connection = deployObserved().open()) {
      connection.send(RawHttp.head("POST", "/echo", "Content-Length: 1000000") + "\r\n");
      connection.send("a".repeat(10_000));
      connection.reset();
    }

    outermost.awaitEnded(1, LONG);
    assertThat(outermost.thrown()).as("what the reading servlet met").hasSize(1);
    assertNoEvent();
  }

  @Test
  void aResetInTheMiddleOfADownloadIsNoEvent() throws IOException {
    try (RawConnection connection = deployObserved().open()) {
      connection.send(RawHttp.head("GET", "/download") + "\r\n");
      connection.read(100_000);
      connection.reset();
    }

    outermost.awaitEnded(1, LONG);
    assertThat(outermost.thrown()).as("what the writing servlet met").hasSize(1);
    assertNoEvent();
  }

  @Test
  void anEndInTheMiddleOfAnUploadIsNoEvent() throws IOException {
    try (RawConnection connection = deployObserved().open()) {
      connection.send(RawHttp.head("POST", "/echo", "Content-Length: 1000000") + "\r\n");
      connection.send("a".repeat(10_000));
      connection.end();
      outermost.awaitEnded(1, LONG);
    }

    assertThat(outermost.thrown()).as("what the reading servlet met").hasSize(1);
    assertNoEvent();
  }
}
