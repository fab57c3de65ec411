package org.example.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Methods that return. */
@Path("answers")
@Produces("text/plain")
public class AnswerResource {
  @GET
  @Path("status/{status}")
  public Response status(@PathParam("status") int status) {
    return Response.status(status).build();
  }

  @GET
  @Path("status/{status}/entity")
  public Response statusWithEntity(@PathParam("status") int status) {
    return Response.status(status).entity("entity of " + status).build();
  }

  @GET
  @Path("null")
  public @Nullable String nothing() {
    return null;
  }

  @GET
  @Path("big")
  public String big() {
    return "big ".repeat(50_000);
  }

  @GET
  @Path("unwritable")
  @Produces("application/x-unheard-of")
  public Object unwritable() {
    return new Object() {};
  }
}
