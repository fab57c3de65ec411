package com.example.orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

// example: resource
@Path("orders")
public class Orders {
  @GET
  @Path("{id}")
  public String order(@PathParam("id") long id) {
    throw new IllegalStateException("order " + id + " has no customer");
  }
}
// end
