package org.example.contract.provider;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** A filter before matching that fails, or answers by itself, when it is asked to. */
@Provider
@PreMatching
public class FailingFirst implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String fault = request.getHeaderString(Fault.HEADER);
    Fault.at("pre-matching filter", fault);
    if ("abort first with 503".equals(fault)) {
      request.abortWith(Fault.answer(503));
    }
  }
}
