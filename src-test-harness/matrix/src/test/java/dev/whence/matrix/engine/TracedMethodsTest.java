package dev.whence.matrix.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.event.Category;
import dev.whence.jaxrs.Traced;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.RecordingReporter;
import dev.whence.matrix.client.RawHttp;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transactions and the spans of traced methods, on the engine and the container of this run. */
@Tag("engines")
class TracedMethodsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";

  private final Combination combination = Combination.ofThisRun();
  private final RecordingReporter reporter =
      new RecordingReporter(Set.of(Category.ERROR, Category.TRANSACTION));
  private final Whence whence = Whence.builder()
      .environmentVariables(Map.of())
      .environment("test")
      .set(Keys.JMX, "false")
      .tracesSampleRate(1)
      .reporter(reporter)
      .build();

  /** What is traced. */
  @Path("/carts")
  @Traced
  public static class CartResource {
    @GET
    @Path("{id}")
    @Traced("load a cart")
    public String load(@PathParam("id") String id) {
      Whence.current().span("db.query", "SELECT 1").close();
      return id;
    }

    @GET
    @Path("{id}/fail")
    public String fail(@PathParam("id") String id) {
      throw new IllegalStateException("no cart " + id);
    }

    @GET
    @Path("{id}/later")
    public CompletionStage<String> later(@PathParam("id") String id) {
      return Whence.current()
          .traceStage("stock", "ask the stockroom", () -> CompletableFuture.supplyAsync(() -> id));
    }
  }

  /** The application, for engines that find the feature. */
  public static class CartApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return new HashSet<>(Set.of(CartResource.class));
    }
  }

  /** The application, for the engine that does not. */
  public static final class WatchedCartApplication extends CartApplication {
    @Override
    public Set<Class<?>> getClasses() {
      Set<Class<?>> classes = super.getClasses();
      classes.add(WhenceFeature.class);
      return classes;
    }
  }

  @BeforeEach
  void quiet() {
    QuietEngines.ensure();
  }

  @AfterEach
  void close() {
    whence.close();
  }

  private RecordedEvent transactionOf(String path) {
    Class<? extends Application> application =
        combination.engine() == Jaxrs.CXF ? WatchedCartApplication.class : CartApplication.class;
    Host.Program program =
        new Host.Program(combination.engine(), application, whence, getClass().getClassLoader());
    try (Host.Running running = combination.host().start(program)) {
      String head = RawHttp.head(
          "GET", combination.root() + path, "sentry-trace: " + TRACE + '-' + CALLER + "-1");
      var unused = new RawHttp(running.port()).exchange(head + "\r\n");
      assertThat(whence.flush(LONG)).isTrue(); // spares the wait for more, mostly
      assertThat(reporter.awaitTransactions(1, LONG)).hasSize(1);
    }
    assertThat(whence.health().faults()).isEmpty();
    return reporter.transactions().get(0);
  }

  @Test
  void aMethodHasASpanAndWhatItCallsIsBelow() {
    RecordedEvent transaction = transactionOf("/carts/7");

    assertThat(transaction.at("/transaction")).isEqualTo("GET /api/carts/{id}");
    assertThat(transaction.at("/contexts/trace/trace_id")).isEqualTo(TRACE);
    assertThat(transaction.at("/contexts/trace/parent_span_id")).isEqualTo(CALLER);
    assertThat(transaction.at("/contexts/trace/status")).isEqualTo("ok");
    assertThat(transaction.at("/spans/0/description")).isEqualTo("load a cart");
    assertThat(transaction.at("/spans/0/parent_span_id"))
        .isEqualTo(transaction.at("/contexts/trace/span_id"));
    assertThat(transaction.at("/spans/1/parent_span_id"))
        .isEqualTo(transaction.at("/spans/0/span_id"));
    assertThat(transaction.at("/spans/0/data/whence.unfinished")).isEmpty();
  }

  @Test
  void aMethodThatThrowsHasItsSpanAndTheTransactionHasFailed() {
    RecordedEvent transaction = transactionOf("/carts/7/fail");

    assertThat(transaction.at("/transaction")).isEqualTo("GET /api/carts/{id}/fail");
    assertThat(transaction.at("/contexts/trace/status")).isEqualTo("internal_error");
    assertThat(transaction.at("/spans/0/description")).isEqualTo("CartResource.fail");
  }

  @Test
  void aStageThatIsAnsweredLaterIsBelowItsMethod() {
    Assumptions.assumeTrue(combination.host() != Host.JDK, "the server cannot suspend requests");

    RecordedEvent transaction = transactionOf("/carts/7/later");

    assertThat(transaction.at("/spans/0/description")).isEqualTo("CartResource.later");
    assertThat(transaction.at("/spans/1/description")).isEqualTo("ask the stockroom");
    assertThat(transaction.at("/spans/1/parent_span_id"))
        .isEqualTo(transaction.at("/spans/0/span_id"));
    assertThat(transaction.at("/spans/1/data/whence.unfinished")).isEmpty();
  }
}
