package org.example.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.example.contract.provider.Shelf;

/** Parameters that need conversion. */
@Path("parameters")
@Produces("text/plain")
public class ParameterResource {
  @GET
  @Path("path/{number}")
  public String path(@PathParam("number") int number) {
    return "number " + number;
  }

  @GET
  @Path("query")
  public String query(@QueryParam("number") int number) {
    return "number " + number;
  }

  @GET
  @Path("header")
  public String header(@HeaderParam("X-Number") int number) {
    return "number " + number;
  }

  @GET
  @Path("converted")
  public String converted(@QueryParam("shelf") Shelf shelf) {
    return "shelf " + shelf.name();
  }
}
