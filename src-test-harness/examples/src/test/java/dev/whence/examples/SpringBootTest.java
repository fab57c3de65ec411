package dev.whence.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.boot.OrdersApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The example for Spring Boot. */
class SpringBootTest extends ExampleTest {
  private static ServletWebServerApplicationContext start() {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(OrdersApplication.class)
            .web(WebApplicationType.SERVLET)
            .properties("server.address=127.0.0.1", "server.port=0", "spring.main.banner-mode=off")
            .run();
  }

  @Test
  void theFilterAsABeanIsAroundSpringAndJersey() {
    try (ServletWebServerApplicationContext application = start()) {
      int port = application.getWebServer().getPort();

      Told told = failure(port, "/carts/3", "GET /*").withRequestId().withEventId();
      assertThat(told.event().at("/exception/values/0/value")).isEqualTo("cart 3 is empty");
      failedOrder(port, "/api", "GET /api/orders/{id}").withRequestId();
    }
  }
}
