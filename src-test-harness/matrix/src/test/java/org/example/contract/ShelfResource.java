package org.example.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** What a locator leads to. */
@Produces("text/plain")
public class ShelfResource {
  private final String name;

  ShelfResource(String name) {
    this.name = name;
  }

  @GET
  public String name() {
    return "shelf " + name;
  }

  @GET
  @Path("fail")
  public String fail() {
    throw new IllegalStateException("shelf " + name);
  }

  @Path("boxes/{box}")
  public ShelfResource box(@PathParam("box") String box) {
    return new ShelfResource(name + " box " + box);
  }
}
