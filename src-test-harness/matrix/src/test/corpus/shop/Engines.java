package shop;

import dev.whence.jaxrs.WhenceFeature;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;

/** The same resources on each engine. */
class Engines {
  // unrelated
  public static class Watched extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class, WhenceFeature.class);
    }
  }

  public static class Plain extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class);
    }
  }

  static Map<String, Servlet> servlets() {
    Map<String, Servlet> servlets = new LinkedHashMap<>();
    servlets.put("jersey", new ServletContainer(new ResourceConfig(Orders.class)));
    servlets.put("resteasy", new HttpServlet30Dispatcher());
    servlets.put("cxf", new CXFNonSpringJaxrsServlet());
    return servlets;
  }
}
