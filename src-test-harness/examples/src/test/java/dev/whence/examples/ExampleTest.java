package dev.whence.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.orders.Orders;
import dev.whence.ingest.Ingest;
import dev.whence.ingest.ReceivedEvent;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the tests of all examples share: a receiver, whose DSN is set as a reader would set it, and
 * what is told of a failure.
 */
abstract class ExampleTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String DSN = "whence.dsn";

  /** Held, since java.util.logging forgets loggers; they would log each failure made here. */
  private static final List<Logger> SILENCED = Stream.of(
          "org.glassfish.jersey", "org.apache", "org.eclipse.jetty", "org.springframework")
      .map(Logger::getLogger)
      .toList();

  private final Ingest ingest = Ingest.start();
  private int wanted;

  @BeforeAll
  static void silence() {
    SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @BeforeEach
  void setDsn() {
    System.setProperty(DSN, ingest.dsn());
  }

  @AfterEach
  void nothingIsLeftOver() {
    System.clearProperty(DSN);
    ingest.close();
    assertThat(ingest.eventCount()).as("events in the end").isEqualTo(wanted);
    assertThat(ingest.complaints()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .as("threads when the example is closed")
        .noneMatch(thread -> thread.getName().startsWith("whence-"));
  }

  /** What was answered, and what arrived of it. */
  record Told(RawAnswer answer, ReceivedEvent event) {
    /** Checks the header by which whoever has the answer can find the event. */
    Told withHeader(String name, String value) {
      assertThat(answer.header(name)).as("header " + name).isEqualTo(value);
      return this;
    }

    Told withRequestId() {
      return withHeader("X-Request-ID", "r-17");
    }

    Told withEventId() {
      return withHeader("X-Event-ID", event.eventId());
    }

    Told withTag(String name, String value) {
      assertThat(event.at("/tags/" + name)).as("tag " + name).isEqualTo(value);
      return this;
    }
  }

  /** Asks for what fails, and checks what is answered and what arrives. */
  Told failure(int port, String path, String route) {
    RawAnswer answer = new RawHttp(port).get(path, "X-Request-ID: r-17");

    ReceivedEvent event = ingest.awaitEvents(++wanted, LONG).get(wanted - 1);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(event.at("/transaction")).isEqualTo(route);
    assertThat(event.at("/contexts/response/status_code")).isEqualTo("500");
    assertThat(event.at("/exception/values/0/type")).isEqualTo("IllegalStateException");
    return new Told(answer, event).withTag("request_id", "r-17");
  }

  /** Asks for order 17, which has no customer. */
  Told failedOrder(int port, String root, String route) {
    Told told = failure(port, root + "/orders/17", route);
    assertThat(told.event().at("/exception/values/0/value")).isEqualTo("order 17 has no customer");
    return told.withTag("resource.class", Orders.class.getName());
  }
}
