package dev.whence.jaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.Whence;
import dev.whence.config.TraceKeys;
import dev.whence.jaxrs.Traced;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions of JAX-RS requests, and spans of resource methods that ask for them. */
class TracedTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create().failOnFaults();

  @Path("/carts")
  @Traced(op = "cart")
  public static class CartsResource {
    @GET
    @Path("{id}")
    @Traced("load a cart")
    public String named() {
      Whence.current().span("db.query", "SELECT 1").close();
      return "named";
    }

    @GET
    @Path("{id}/items")
    public String byClass() {
      return "by class";
    }
  }

  @Path("/plain")
  public static class PlainResource {
    @GET
    public String plain() {
      return "plain";
    }
  }

  private RunningJersey jersey(Whence instance) {
    return new RunningJersey(new ResourceConfig(CartsResource.class, PlainResource.class)
        .register(new WhenceFeature(instance)));
  }

  private RecordedEvent transactionOf(String path) {
    assertThat(jersey(whence.whence()).get(path).getStatus()).isEqualTo(200);
    assertThat(whence.transactions()).hasSize(1);
    return whence.transactions().get(0);
  }

  @Test
  void aMethodsSpanHasItsNameAndWhatItCallsIsBelow() {
    RecordedEvent transaction = transactionOf("/carts/7");

    assertThat(transaction.at("/transaction")).endsWith("/carts/{id}");
    assertThat(transaction.at("/spans/0/op")).isEqualTo("function");
    assertThat(transaction.at("/spans/0/description")).isEqualTo("load a cart");
    assertThat(transaction.at("/spans/0/parent_span_id"))
        .isEqualTo(transaction.at("/contexts/trace/span_id"));
    assertThat(transaction.at("/spans/1/parent_span_id"))
        .isEqualTo(transaction.at("/spans/0/span_id"));
  }

  @Test
  void aClassSpeaksForItsMethods() {
    RecordedEvent transaction = transactionOf("/carts/7/items");

    assertThat(transaction.at("/spans/0/op")).isEqualTo("cart");
    assertThat(transaction.at("/spans/0/description")).isEqualTo("CartsResource.byClass");
  }

  @Test
  void aMethodThatDoesNotAskHasNoSpan() {
    assertThat(transactionOf("/plain").at("/spans")).isEqualTo("[]");
  }

  @Test
  void theTraceOfWhoCallsIsContinued() {
    ContainerRequest request = RunningJersey.request("GET", "/plain");
    request.header("sentry-trace", TRACE + '-' + CALLER + "-1");
    assertThat(jersey(whence.whence()).call(request).getStatus()).isEqualTo(200);

    RecordedEvent transaction = whence.transactions().get(0);
    assertThat(transaction.at("/contexts/trace/trace_id")).isEqualTo(TRACE);
    assertThat(transaction.at("/contexts/trace/parent_span_id")).isEqualTo(CALLER);
  }

  @Test
  void aRuleMayAskForTheUserAndAHeader() {
    Whence instance = whence.rebuild(builder ->
        builder.tracesSampleRate(0).set(TraceKeys.RULES, "header:X-Debug=1 > 0, user:17 > 1"));
    assertThat(jersey(instance).get("/plain").getStatus()).isEqualTo(200);
    ContainerRequest debug = RunningJersey.request("GET", "/plain");
    debug.header("X-Debug", "1");
    assertThat(jersey(instance).call(debug).getStatus()).isEqualTo(200);

    assertThat(whence.transactions()).hasSize(1);
  }

  @Test
  void browsersAreToldWhereTheTimeWentIfThatIsAskedFor() {
    ContainerResponse silent = jersey(whence.whence()).get("/plain");
    Whence telling = whence.rebuild(builder -> builder.set(TraceKeys.SERVER_TIMING, "true"));
    ContainerResponse told = jersey(telling).get("/plain");

    assertThat(silent.getHeaderString("Server-Timing")).isNull();
    assertThat(told.getHeaderString("Server-Timing"))
        .matches("total;dur=\\d+\\.\\d, traceparent;desc=\"00-[0-9a-f]{32}-[0-9a-f]{16}-01\"");
  }
}
