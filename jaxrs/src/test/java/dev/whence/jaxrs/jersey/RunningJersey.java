package dev.whence.jaxrs.jersey;

import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** Jersey without a server: takes a request and returns its answer. For any thread. */
final class RunningJersey {
  private final ApplicationHandler handler;

  RunningJersey(ResourceConfig config) {
    handler = new ApplicationHandler(config);
  }

  ApplicationHandler handler() {
    return handler;
  }

  ContainerResponse get(String path) {
    return call(request("GET", path));
  }

  ContainerResponse call(ContainerRequest request) {
    try {
      return handler.apply(request, new ByteArrayOutputStream()).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("no answer to " + request.getRequestUri(), e);
    }
  }

  static ContainerRequest request(String method, String path) {
    ContainerRequest request = new ContainerRequest(
        URI.create("http://localhost/ctx/api/"),
        URI.create("http://localhost/ctx/api" + path),
        method,
        new NamedUser("17"),
        new MapPropertiesDelegate(),
        null);
    request.header("X-Request-ID", "r-1");
    return request;
  }

  static ContainerRequest post(String path, String type, String body) {
    ContainerRequest request = request("POST", path);
    request.header("Content-Type", type);
    request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    return request;
  }

  private record NamedUser(String name) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> name;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }
}
