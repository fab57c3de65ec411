package org.example.contract;

import dev.whence.Whence;
import dev.whence.event.Level;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Templates, sub-resources and locators. */
@Path("shops/{shop}")
@Produces("text/plain")
public class ShopResource {
  @GET
  public String shop(@PathParam("shop") String shop) {
    return "shop " + shop;
  }

  @POST
  public String rename(@PathParam("shop") String shop) {
    return "renamed " + shop;
  }

  @GET
  @Path("fail")
  public String fail(@PathParam("shop") String shop) {
    throw new IllegalStateException("shop " + shop);
  }

  @GET
  @Path("orders/{id: \\d+}")
  public String order(@PathParam("id") int id) {
    throw new IllegalStateException("order " + id);
  }

  @GET
  @Path("owner")
  public String owner(@Context SecurityContext security) {
    Whence.current().breadcrumb("shop", "owner asked", Level.INFO);
    throw new IllegalStateException("owner " + security.getUserPrincipal().getName());
  }

  @Path("shelves/{shelf}")
  public ShelfResource shelf(@PathParam("shelf") String shelf) {
    return new ShelfResource(shelf);
  }

  @Path("closed")
  public ShelfResource closed() {
    throw new IllegalStateException("closed");
  }

  @Path("nothing")
  public @Nullable ShelfResource nothing() {
    return null;
  }
}
