package com.example.shop.api;

import com.example.shop.market.Order;
import com.example.shop.market.Orders;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Hands out receipts for orders. */
@Path("receipts")
public final class ReceiptsResource {
  private final Orders orders;

  @Inject
  ReceiptsResource(Orders orders) {
    this.orders = orders;
  }

  @GET
  @Path("{id}")
  @Produces(ReceiptWriter.CSV)
  public Order receipt(@PathParam("id") String id) {
    return orders.find(id).orElseThrow(NotFoundException::new);
  }
}
