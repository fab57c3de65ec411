package dev.whence.examples;

import com.example.monitored.OrdersApplication;
import com.example.orders.Orders;
import com.fasterxml.jackson.core.JsonFactory;
import dev.whence.Whence;
import dev.whence.jaxrs.WhenceFeature;
import dev.whence.matrix.container.Container;
import dev.whence.matrix.container.Deployment;
import dev.whence.matrix.container.Engine;
import dev.whence.matrix.container.WebDirectory;
import dev.whence.servlet.WhenceFilter;
import java.nio.file.Path;
import org.glassfish.jersey.servlet.init.JerseyServletContainerInitializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples for web applications that a container deploys. */
class DeployedTest extends ExampleTest {
  @TempDir
  private Path directory;

  private WebDirectory application() {
    return new WebDirectory(directory, "/shop")
        .packageOf(Orders.class)
        .libraries(Whence.class, WhenceFilter.class, WhenceFeature.class, JsonFactory.class);
  }

  private Told failedOrder(Engine engine, WebDirectory application) {
    try (Container container = engine.start();
        Deployment deployed = container.deploy(application)) {
      return failedOrder(container.port(), "/shop/api", "GET /api/orders/{id}").withRequestId();
    }
  }

  @ParameterizedTest
  @EnumSource
  void webXmlNamesTheFilterAndTheServlet(Engine engine) {
    failedOrder(engine, application().file("WEB-INF/web.xml", Example.WEB_XML.file()));
  }

  @ParameterizedTest
  @EnumSource
  void anApplicationThatTheContainerFindsNeedsNoWebXml(Engine engine) {
    WebDirectory application = application()
        .packageOf(OrdersApplication.class)
        .libraries(JerseyServletContainerInitializer.class);

    failedOrder(engine, application)
        .withTag("team", "shop")
        .withEventId()
        .withHeader("Content-Type", "application/problem+json");
  }
}
