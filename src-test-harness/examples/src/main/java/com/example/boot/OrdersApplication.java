package com.example.boot;

import com.example.orders.Orders;
import dev.whence.servlet.WhenceFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Spring Boot, with a controller of Spring's and a resource of Jersey's. */
@SpringBootApplication
public class OrdersApplication {
  // example: spring-boot
  @Bean
  FilterRegistrationBean<WhenceFilter> whence() {
    FilterRegistrationBean<WhenceFilter> bean = new FilterRegistrationBean<>(new WhenceFilter());
    bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
    bean.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return bean;
  }
  // end

  @Bean
  ServletRegistrationBean<ServletContainer> api() {
    return new ServletRegistrationBean<>(
        new ServletContainer(new ResourceConfig(Orders.class)), "/api/*");
  }
}
