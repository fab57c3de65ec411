package dev.whence.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.monitored.OrdersApplication;
import com.example.orders.Orders;
import dev.whence.Whence;
import dev.whence.config.Keys;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.junit.RecordedEvent;
import dev.whence.junit.WhenceExtension;
import dev.whence.matrix.client.RawAnswer;
import dev.whence.matrix.client.RawHttp;
import dev.whence.matrix.container.Application;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.servlet.WhenceFilter;
import java.time.Duration;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two monitored applications in one, with all that may stand twice: one event each. */
class SeveralApplicationsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension
  final WhenceExtension whence = WhenceExtension.create()
      .with(builder -> builder.set(Keys.CAPTURE_STATUS, "404,500-599"))
      .failOnFaults();

  private static ServletContainer monitored(boolean isRegistered) {
    ResourceConfig config = ResourceConfig.forApplicationClass(OrdersApplication.class);
    if (isRegistered) {
      config.register(WhenceFeature.class).register(new WhenceFeature());
    }
    return new ServletContainer(config);
  }

  private Application application(int filters, boolean isRegistered) {
    Application application = Application.atRoot();
    for (int i = 0; i < filters; i++) {
      application.filter(new WhenceFilter(whence.whence()));
    }
    return application
        .servlet(monitored(isRegistered), "/one/*")
        .servlet(monitored(false), "/two/*");
  }

  private RecordedEvent event(int number) {
    return whence.reporter().awaitEvents(number, LONG).get(number - 1);
  }

  private void assertTold(RawAnswer answer, RecordedEvent event, String route) {
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.header("X-Request-ID")).isNotEmpty();
    assertThat(answer.header("X-Event-ID")).isEqualTo(event.eventId());
    assertThat(answer.body()).contains(event.eventId()).doesNotContain("customer");
    assertThat(event.at("/transaction")).isEqualTo(route);
    assertThat(event.at("/tags/team")).isEqualTo("shop");
    assertThat(event.at("/tags/resource.class")).isEqualTo(Orders.class.getName());
  }

  @ParameterizedTest(name = "{0}, {1} filters, registered: {2}")
  @CsvSource({
    "JETTY, 0, false",
    "JETTY, 0, true",
    "JETTY, 1, false",
    "JETTY, 1, true",
    "JETTY, 2, true",
    "TOMCAT, 0, true",
    "TOMCAT, 1, false",
    "TOMCAT, 2, true",
  })
  void eachFailureIsOneEvent(Engine engine, int filters, boolean isRegistered) {
    try (Container container = engine.start();
        Deployment deployed = container.deploy(application(filters, isRegistered))) {
      RawHttp http = new RawHttp(container.port());

      assertTold(http.get("/one/orders/17"), event(1), "GET /one/orders/{id}");
      assertTold(http.get("/two/orders/18"), event(2), "GET /two/orders/{id}");
      assertThat(http.get("/two/nothing").status()).isEqualTo(404);
      assertThat(event(3).at("/transaction")).isEqualTo("GET /two/*");
    }
    assertThat(whence.events()).hasSize(3);
    assertThat(Whence.current()).isSameAs(whence.whence());
  }
}
