package com.example.monitored;

import com.example.orders.Orders;
import dev.whence.jaxrs.Monitored;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

// example: monitored
@Monitored(tags = "team=shop")
@ApplicationPath("api")
public class OrdersApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Orders.class);
  }
}
// end
