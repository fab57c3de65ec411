package com.example.shop.api;

import com.example.shop.domain.Pack;
import com.example.shop.market.Order;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** One order, which asks for a line that is not there when the last one is wanted. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrderResource {
  private final Order order;

  OrderResource(Order order) {
    this.order = order;
  }

  @GET
  public Overview overview() {
    return new Overview(order.id(), order.lines());
  }

  @GET
  @Path("lines/{line}")
  public Pack line(@PathParam("line") int number) {
    return order.line(number);
  }

  @POST
  @Path("lines")
  public Response add(@NotNull @Valid NewPack wanted, @Context UriInfo uri) {
    int number = order.add(wanted.pack());
    return Response.created(uri.getAbsolutePathBuilder().path("" + number).build())
        .build();
  }

  /** An order and its lines. */
  public record Overview(String id, List<Pack> lines) {}
}
