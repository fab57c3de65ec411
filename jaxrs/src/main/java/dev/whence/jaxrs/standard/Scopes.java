package dev.whence.jaxrs.standard;

import dev.whence.RequestScope;
import dev.whence.Whence;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Finds the scope that the servlet filter opened for a request. For any thread. */
final class Scopes {
  private final Whence whence;
  private final AtomicBoolean isMissingSaid = new AtomicBoolean();

  Scopes(Whence whence) {
    this.whence = whence;
  }

  @Nullable
  RequestScope of(ContainerRequestContext request) {
    RequestScope current = Whence.current().currentScope().orElse(null);
    if (current != null) {
      return current;
    }
    if (request.getProperty(whence.scopeAttribute()) instanceof RequestScope scope) {
      return scope;
    }
    if (isMissingSaid.compareAndSet(false, true)) {
      System.getLogger("dev.whence")
          .log(
              Logger.Level.WARNING,
              "requests come to JAX-RS without passing Whence's servlet filter, and this engine"
                  + " does not show where they end: nothing of them is captured; put the filter in"
                  + " front");
    }
    return null;
  }
}
