package org.example.contract.provider;

import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;

/** Believes everyone who says who they are, and leaves a breadcrumb. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Greeter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String user = request.getHeaderString("X-User");
    if (user != null) {
      Whence.current().breadcrumb("auth", "greeted", Level.INFO);
      request.setSecurityContext(new Believed(() -> user));
    }
  }

  private record Believed(Principal principal) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return principal;
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
    public String getAuthenticationScheme() {
      return SecurityContext.BASIC_AUTH;
    }
  }
}
