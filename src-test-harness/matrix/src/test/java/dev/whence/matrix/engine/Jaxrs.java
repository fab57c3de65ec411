package dev.whence.matrix.engine;

import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The engines, each with the servlet that brings it into a container. */
enum Jaxrs {
  JERSEY("org.glassfish.jersey.servlet.ServletContainer"),
  RESTEASY("org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher"),
  CXF("org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet");

  private final String servlet;

  Jaxrs(String servlet) {
    this.servlet = servlet;
  }

  /** Returns the name of the servlet's class. */
  String servlet() {
    return servlet;
  }

  /** Returns the servlet's init-params; each engine disregards those of the others. */
  Map<String, String> parameters(Class<? extends Application> application) {
    return Map.of(
        "jakarta.ws.rs.Application",
        application.getName(),
        "resteasy.servlet.mapping.prefix",
        Host.MAPPING);
  }
}
