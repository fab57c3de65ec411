package org.example.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Annotations that a resource inherits. */
public interface Inherited {
  @GET
  @Path("{name}")
  @Produces("text/plain")
  String fail(@PathParam("name") String name);
}
